/** What the element draws: the drop area, what is going on, the answer or what went wrong. Props in, callback out. */
/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { formatsOf } from '../../content/format';
import type { Language } from '../../content/language';
import type { ScreenWords, Words } from '../../content/words';
import type { Figures, Progress } from '../api';
import type { PilahErrorCode } from '../pilah-error';
import type { Result } from '../result';
import { AnswerCard } from './answer-card';
import { fill } from './fill';

export type Shown =
  | { kind: 'empty' }
  /** `progress`: of the download, while there is one. */
  | { kind: 'working'; name: string; progress: Progress | null }
  | {
      kind: 'answered';
      name: string;
      result: Result;
      picture: ImageBitmap | null;
      reliability: Figures['reliability'];
    }
  | { kind: 'failed'; code: PilahErrorCode };

interface ClassifierViewProps {
  shown: Shown;
  language: Language | undefined;
  /** Undefined until they have come: then the area is there, but says nothing yet. */
  first: Words | undefined;
  answer: ScreenWords | undefined;
  isDisabled: boolean;
  onPhoto: (photo: File) => void;
}

export function ClassifierView(props: ClassifierViewProps) {
  const { shown, language, first, answer, isDisabled, onPhoto } = props;
  return (
    <div class="pilah" lang={language}>
      <DropArea
        first={first}
        isBusy={shown.kind === 'working'}
        isAgain={shown.kind !== 'empty'}
        isDisabled={isDisabled}
        onPhoto={onPhoto}
      />
      <div role="status" part="status" class="status">
        {first && language && shown.kind === 'working' && (
          <Working first={first} language={language} {...shown} />
        )}
        {first && shown.kind === 'answered' && (
          <span class="unseen">
            {fill(first.result.announcement, { answer: headline(first, shown.result) })}
          </span>
        )}
      </div>
      {shown.kind === 'failed' && (
        <p role="alert" part="error" class="error">
          {first ? first.errors[sentenceOf(shown.code)] : shown.code}
        </p>
      )}
      {first && answer && language && shown.kind === 'answered' && (
        <AnswerCard {...shown} first={first} answer={answer} language={language} />
      )}
    </div>
  );
}

/** The page itself cannot meet some of the package's errors: what is to be done about them is what these sentences say. */
const SENTENCES = {
  'source-unsupported': 'not-jpeg-or-png',
  'source-empty': 'file-unreadable',
  'source-tainted': 'file-unreadable',
  'worker-unreachable': 'part-unreachable',
  disposed: 'worker-crashed',
} satisfies Record<Exclude<PilahErrorCode, keyof Words['errors']>, keyof Words['errors']>;

function sentenceOf(code: PilahErrorCode): keyof Words['errors'] {
  return code in SENTENCES
    ? SENTENCES[code as keyof typeof SENTENCES]
    : (code as keyof Words['errors']);
}

function headline(first: Words, { verdict, class: id }: Result): string {
  if (verdict === 'sure') return first.kinds[id];
  return verdict === 'unsure' ? first.result.unsureTitle : first.result.notWasteTitle;
}

interface DropAreaProps {
  first: Words | undefined;
  isBusy: boolean;
  /** There was a photo before. */
  isAgain: boolean;
  isDisabled: boolean;
  onPhoto: (photo: File) => void;
}

function DropArea({ first, isBusy, isAgain, isDisabled, onPhoto }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);
  const allow = (event: DragEvent) => {
    if (isDisabled || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    setIsOver(false);
    const photo = event.dataTransfer?.files[0];
    if (isDisabled || !photo) return;
    event.preventDefault();
    onPhoto(photo);
  };
  const choose = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const photo = currentTarget.files?.[0];
    currentTarget.value = ''; // the same photo may be chosen again
    if (photo) onPhoto(photo);
  };
  const lacksPhoto = isAgain ? first?.sort.chooseOther : first?.sort.choose;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the button, too
    <div
      part="drop"
      class={isOver ? 'drop is-over' : 'drop'}
      onDragEnter={allow}
      onDragOver={allow}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div class="lid" />
      <div class="body" aria-busy={isBusy}>
        <label part="button" class={isDisabled ? 'button is-disabled' : 'button'}>
          {lacksPhoto}
          <input
            class="unseen"
            type="file"
            accept="image/jpeg,image/png"
            disabled={isDisabled}
            onChange={choose}
          />
        </label>
        <p class="soft">{isOver ? first?.sort.dropNow : first?.sort.dropHere}</p>
      </div>
    </div>
  );
}

interface WorkingProps {
  first: Words;
  language: Language;
  name: string;
  progress: Progress | null;
}

function Working({ first, language, name, progress }: WorkingProps) {
  const formats = formatsOf(language);
  return (
    <div class="working">
      <p>
        {first.working.running} <span class="soft">{name}</span>
      </p>
      {progress && progress.loadedBytes < progress.totalBytes && (
        <>
          <p class="soft">
            {fill(first.engine.downloading, {
              done: formats.megabytes(progress.loadedBytes),
              total: formats.megabytes(progress.totalBytes),
            })}
          </p>
          <progress
            aria-label={first.engine.progress}
            value={progress.loadedBytes}
            max={progress.totalBytes}
          />
        </>
      )}
    </div>
  );
}
