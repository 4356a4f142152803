/** `<pilah-classifier>`: a drop area with a result card, and a form control whose value is the kind of waste. */
/** @jsxImportSource preact */
import { render } from 'preact';
import { firstLanguage, type Language } from '../../content/language';
import { loadScreenWords, loadWords, type ScreenWords, type Words } from '../../content/words';
import { CodedError } from '../../domain/coded-error';
import type { LoadOptions, Source } from '../api';
import { PilahError, toPilahError } from '../pilah-error';
import type { Result } from '../result';
import { ClassifierView, type Shown } from './classifier-view';
import css from './element.css?inline';
import { type EngineLease, leaseEngine } from './shared-engine';

/** Longest side of the small picture beside the answer, in device pixels. */
const PICTURE_WIDTH = 640;

/**
 * Attributes:
 * - `lang`: `id` or `en`; else that of the nearest ancestor which has one, else the browser's.
 * - `model`, `assets`, `backend`: as `modelUrl`, `assetsUrl` and `backend` of `load()`. The model loads with the first photo.
 * - `name`, `required`, `disabled`: as of each form control. `value` is the class id of a sure or unsure answer, and
 *   empty before any and for a photo of no waste.
 *
 * Events, both of which bubble out of shadow roots: `pilah-result` (`detail` is the `Result`) and `pilah-error`
 * (`detail` is the `PilahError`); `change` whenever `value` changes by a photo.
 *
 * Parts: `drop`, `button`, `status`, `error`, `card`, `picture`, `bin`, `kind`, `danger`, `certainty`, `steps`. Custom
 * properties: see element.css.
 */
export class PilahClassifier extends HTMLElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = ['lang', 'model', 'assets', 'backend', 'required'];

  readonly #internals = this.attachInternals();
  readonly #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #shown: Shown = { kind: 'empty' };
  /** Of the words that are here. */
  #language: Language | undefined;
  #wantedLanguage: Language | undefined;
  #first: Words | undefined;
  #answer: ScreenWords | undefined;
  #job = new AbortController();
  #lease: EngineLease | undefined;
  #value = '';
  #isDisabled = false;

  constructor() {
    super();
    // A sheet made by script needs no permission of the page's policy, as a style element would.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
  }

  /** A class id, or empty. */
  get value(): string {
    return this.#value;
  }

  /** The last answer; null when there is none. */
  get result(): Result | null {
    return this.#shown.kind === 'answered' ? this.#shown.result : null;
  }

  get type(): string {
    return this.localName;
  }

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    this.setAttribute('name', name);
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(isDisabled: boolean) {
    this.toggleAttribute('disabled', isDisabled);
  }

  get required(): boolean {
    return this.hasAttribute('required');
  }

  set required(isRequired: boolean) {
    this.toggleAttribute('required', isRequired);
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /**
   * As if the person had chosen it: the card is shown and the events are sent.
   *
   * @throws PilahError as `load()` and `classify()`; the reason of an AbortSignal when another photo, a reset or the
   *   element's removal came before the answer
   */
  async classify(source: Source): Promise<Result> {
    const { signal } = this.#begin();
    const name = source instanceof File ? source.name : '';
    this.#show({ kind: 'working', name, progress: null });
    try {
      const lease = this.#ensureLease();
      const [pilah] = await Promise.all([lease.engine, this.#loadWords(true)]);
      signal.throwIfAborted();
      const result = await pilah.classify(source, { signal });
      const picture = await smallPicture(source);
      signal.throwIfAborted();
      const reliability = pilah.info.figures?.reliability ?? [];
      this.#show({ kind: 'answered', name, result, picture, reliability });
      this.#take(result.verdict === 'not-waste' ? '' : result.class);
      this.#tell('pilah-result', result);
      return result;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      throw error;
    }
  }

  /** @internal */
  connectedCallback(): void {
    this.#draw();
    this.#loadWords().catch((error) => this.#fail(error));
  }

  /** @internal */
  disconnectedCallback(): void {
    // A move inside the page disconnects, too.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#begin();
      if (this.#shown.kind === 'working') this.#show({ kind: 'empty' });
      this.#release();
    });
  }

  /** @internal */
  attributeChangedCallback(name: string): void {
    if (name !== 'lang' && name !== 'required') this.#release();
    if (name === 'lang' && this.isConnected) {
      this.#loadWords().catch((error) => this.#fail(error));
    }
    this.#validate();
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    this.#draw();
  }

  /** @internal */
  formResetCallback(): void {
    this.#begin();
    this.#setValue('');
    this.#show({ kind: 'empty' });
  }

  /** Ends what is under way. */
  #begin(): AbortController {
    this.#job.abort();
    this.#job = new AbortController();
    return this.#job;
  }

  #ensureLease(): EngineLease {
    const modelUrl = this.getAttribute('model') ?? undefined;
    const assetsUrl = this.getAttribute('assets') ?? undefined;
    // as: load() itself refuses a backend that it does not know, with a code
    const backend = (this.getAttribute('backend') ?? undefined) as LoadOptions['backend'];
    const wish = { modelUrl, assetsUrl, backend };
    this.#lease ??= leaseEngine(wish, (progress) => {
      if (this.#shown.kind === 'working') this.#show({ ...this.#shown, progress });
    });
    return this.#lease;
  }

  #release(): void {
    this.#lease?.release();
    this.#lease = undefined;
  }

  #fail(error: unknown): void {
    const isWithoutWords = error instanceof CodedError && error.code === 'part-unreachable';
    const failure = isWithoutWords
      ? new PilahError('model-unreachable', error.detail, { cause: error })
      : toPilahError(error);
    // Whatever it was, the next photo begins with an engine that works, or with the same sentence.
    this.#release();
    this.#show({ kind: 'failed', code: failure.code });
    this.#take('');
    this.#tell('pilah-error', failure);
  }

  #tell(type: 'pilah-result' | 'pilah-error', detail: Result | PilahError): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** By a photo. */
  #take(value: string): void {
    if (value === this.#value) return;
    this.#setValue(value);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #setValue(value: string): void {
    this.#value = value;
    this.#internals.setFormValue(value === '' ? null : value);
    this.#validate();
  }

  #validate(): void {
    const anchor = this.#root.querySelector('input') ?? undefined;
    const isMissing = this.required && this.#value === '';
    const sentence = this.#first?.errors['no-photo'] ?? 'no-photo';
    if (isMissing) this.#internals.setValidity({ valueMissing: true }, sentence, anchor);
    else this.#internals.setValidity({});
  }

  /** Those in the language of the place that are missing. Rejects with `part-unreachable`. */
  async #loadWords(withAnswer = this.#shown.kind === 'answered'): Promise<void> {
    const place = this.closest('[lang]')?.getAttribute('lang');
    const language = firstLanguage(null, [...(place ? [place] : []), ...navigator.languages]);
    this.#wantedLanguage = language;
    const isNew = language !== this.#language;
    const [first, answer] = await Promise.all([
      (isNew ? undefined : this.#first) ?? loadWords(language),
      (isNew ? undefined : this.#answer) ?? (withAnswer ? loadScreenWords(language) : undefined),
    ]);
    if (language !== this.#wantedLanguage) return; // it was changed again meanwhile
    this.#language = language;
    this.#first = first;
    this.#answer = answer;
    this.#validate();
    this.#draw();
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#draw();
  }

  #draw(): void {
    render(
      <ClassifierView
        shown={this.#shown}
        language={this.#language}
        first={this.#first}
        answer={this.#answer}
        isDisabled={this.#isDisabled}
        onPhoto={(photo) => {
          this.classify(photo).catch(() => {}); // shown and told
        }}
      />,
      this.#root,
    );
  }
}

/** Only of what was classified: no decoder gets a photo that was not checked. Null where the browser cannot make it. */
async function smallPicture(source: Source): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(source, {
      resizeWidth: PICTURE_WIDTH,
      resizeQuality: 'medium',
    });
  } catch {
    return null;
  }
}
