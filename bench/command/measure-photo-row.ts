/** How close the page's worker comes to its engine's own rate when photos wait in a row. */
import type { Browser, Page } from '@playwright/test';
import type { MessageFromWorker, RequestToWorker } from '../../src/worker/protocol';
import type { PhotoRow } from '../figures/report';
import { median } from '../figures/statistics';
import { keepWorker, READY, READY_MS } from './page-worker';

const PHOTOS = 200;
const SINGLES = 20;
const SAMPLES = ['glass-3.jpg', 'metal-1.jpg', 'battery-1.jpg'] as const;

/** From files to answers, on our engine, on all its threads. */
export async function measurePhotoRow(browser: Browser, siteUrl: string): Promise<PhotoRow> {
  const page = await browser.newPage();
  try {
    await keepWorker(page);
    await page.goto(`${siteUrl}?backend=wasm`);
    await page.locator(READY).waitFor({ timeout: READY_MS });
    const alone: number[] = [];
    for (let index = 0; index < SINGLES; index++) {
      alone.push((await sortInRow(page, 1)).engineMs[0] ?? Number.NaN);
    }
    const { totalMs } = await sortInRow(page, PHOTOS);
    return { photos: PHOTOS, msPerPhoto: totalMs / PHOTOS, engineMs: median(alone) };
  } finally {
    await page.close();
  }
}

interface SortedRow {
  totalMs: number;
  /** What the network alone took for each photo. */
  engineMs: number[];
}

function sortInRow(page: Page, count: number): Promise<SortedRow> {
  return page.evaluate(sortInPage, { count, samples: SAMPLES });
}

/** Runs in the page. */
async function sortInPage(asked: {
  count: number;
  samples: readonly string[];
}): Promise<SortedRow> {
  const worker = window.pilahWorker;
  if (!worker) throw new Error('the page has no worker');
  const photos = await Promise.all(
    asked.samples.map(async (name) => (await fetch(`samples/${name}`)).blob()),
  );
  return new Promise((resolve, reject) => {
    const engineMs: number[] = [];
    const heard = new AbortController();
    const started = performance.now();
    worker.addEventListener(
      'message',
      // Without a name: tsx marks named functions with a helper that the page does not have.
      ({ data }: MessageEvent<MessageFromWorker>) => {
        if (data.kind === 'failed') reject(new Error(data.failure.detail));
        if (data.kind !== 'result') return;
        engineMs.push(data.classification.elapsedMs);
        if (engineMs.length < asked.count) return;
        heard.abort();
        resolve({ totalMs: performance.now() - started, engineMs });
      },
      { signal: heard.signal },
    );
    for (let id = 1; id <= asked.count; id++) {
      const photo = photos[id % photos.length];
      if (photo) worker.postMessage({ kind: 'classify', id, photo } satisfies RequestToWorker);
    }
  });
}
