/** The page's own worker within reach of what measures it. */
import type { Page } from '@playwright/test';
import type { MessageFromWorker } from '../../src/worker/protocol';

export const READY = '[data-engine=ready]';
export const READY_MS = 120_000;

declare global {
  interface Window {
    /** The last one that the page has started. */
    pilahWorker?: Worker;
    /** When the worker first said that it was in a phase, on the page's clock. */
    pilahPhases?: Record<string, number>;
  }
}

/** From the next address that `page` opens on. */
export async function keepWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const phases: Record<string, number> = {};
    window.pilahPhases = phases;
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        window.pilahWorker = this;
        this.addEventListener('message', ({ data }: MessageEvent<MessageFromWorker>) => {
          if (data.kind === 'status') phases[data.status.kind] ??= performance.now();
        });
      }
    };
  });
}
