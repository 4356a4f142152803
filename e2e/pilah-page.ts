/** The page as a person uses it, for all specs: open, choose, classify, read. Nothing here knows what is right. */
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Classification } from '../src/domain/classification';
import type { WasteClassId } from '../src/domain/waste-class';
import type { MessageFromWorker } from '../src/worker/protocol';

export interface Photo {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface Answer {
  classId: WasteClassId;
  /** 0 to 1, of the top class. */
  probability: number;
  verdict: Classification['verdict'];
}

declare global {
  interface Window {
    /** Everything that the real worker said, in order: see `listenToWorker`. */
    pilahMessages?: MessageFromWorker[];
  }
}

/** Shards are the only files with this ending. */
export const SHARDS = '**/model/**/*.bin*';

const READY_MS = 60_000;
const ANSWER_MS = 60_000;

/** Opens the page and keeps a copy of what its worker says. */
export async function openPilah(page: Page, address = './#/'): Promise<PilahPage> {
  await page.addInitScript(listenToWorker);
  await page.goto(address);
  return new PilahPage(page);
}

/** For what needs no network at all: the page stays as it is while the model's first byte is on its way. */
export async function openPilahWithoutModel(page: Page, address = './#/'): Promise<PilahPage> {
  await page.route(SHARDS, () => {});
  return openPilah(page, address);
}

/** Runs `code` in the page's worker before anything else. */
export async function inWorker(page: Page, code: string): Promise<void> {
  await page.route('**/assets/main-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code};\n${await response.text()}` });
  });
}

export async function openPilahIn(context: BrowserContext, address?: string): Promise<PilahPage> {
  return openPilah(await context.newPage(), address);
}

/** How many pixels the page is wider than the screen. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

export class PilahPage {
  constructor(readonly page: Page) {}

  get chooser(): Locator {
    return this.page.locator('input[type=file]').first();
  }

  get classifyButton(): Locator {
    return this.page.getByRole('button', {
      name: /klasifikasikan limbah anda|classify your waste/i,
    });
  }

  /** What the page says about its model: its phases, then how it computes and why so. */
  get engine(): Locator {
    return this.page.locator('[data-engine]');
  }

  get alert(): Locator {
    return this.page.getByRole('alert');
  }

  get preview(): Locator {
    return this.page.getByRole('main').locator('img[src^="blob:"]').first();
  }

  /** The class card of the one photo on screen. */
  get card(): Locator {
    return this.page.locator('article[data-verdict]');
  }

  async choose(photo: Photo | string): Promise<void> {
    await this.chooser.setInputFiles(photo);
  }

  /** From the file to the card, through the page's own button. */
  async sort(photo: Photo | string, timeout = ANSWER_MS): Promise<Answer> {
    const before = await this.results();
    await this.choose(photo);
    await expect(this.preview).toBeVisible();
    await this.classifyButton.click();
    const answer = await this.answerAfter(before.length, timeout);
    await expect(this.card).toHaveAttribute('data-class', answer.classId);
    await expect(this.card).toHaveAttribute('data-verdict', answer.verdict);
    return answer;
  }

  async answerAfter(count: number, timeout = ANSWER_MS): Promise<Answer> {
    await expect
      .poll(async () => (await this.results()).length, { timeout })
      .toBeGreaterThan(count);
    const { ranking, verdict } = (await this.results())[count] ?? { ranking: [] };
    const [top] = ranking;
    if (!top || !verdict) throw new Error('a result without classes');
    return { classId: top.id, probability: top.probability, verdict };
  }

  async ready(timeout = READY_MS): Promise<ReadyStatus> {
    const find = async () => (await this.statuses()).find((status) => status.kind === 'ready');
    await expect.poll(find, { timeout }).toBeDefined();
    const status = await find();
    if (!status) throw new Error('ready, then not');
    return status;
  }

  async results(): Promise<Classification[]> {
    const messages = await this.messages();
    return messages.flatMap((message) =>
      message.kind === 'result' ? [message.classification] : [],
    );
  }

  async statuses() {
    const messages = await this.messages();
    return messages.flatMap((message) => (message.kind === 'status' ? [message.status] : []));
  }

  private messages(): Promise<MessageFromWorker[]> {
    return this.page.evaluate(() => window.pilahMessages ?? []);
  }
}

type ReadyStatus = Extract<
  Extract<MessageFromWorker, { kind: 'status' }>['status'],
  { kind: 'ready' }
>;

/** Runs in the page: the card rounds probabilities, the worker's own words do not. */
function listenToWorker(): void {
  if (window.pilahMessages) return; // the page was opened twice
  const messages: MessageFromWorker[] = [];
  window.pilahMessages = messages;
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<MessageFromWorker>) => {
        messages.push(data);
      });
    }
  };
}
