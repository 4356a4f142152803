/** Mutated files by the hundred through the page's own queue: each ends, in time, and nothing of it stays. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { inMegabytes, openMemoryProbe, say, totalBytes } from './memory';
import { FUZZ_FILES, FUZZ_SEED, photoMutator } from './mutated-photos';
import { samplePath } from './photos';
import { test } from './pilah-test';

const BATCH = 200;
/** Between one file's end and the next one's. */
const HANG_MS = 10_000;
const MAX_GROWTH_BYTES = 4e6;
const KNOWN = ['answer', 'not-jpeg-or-png', 'photo-damaged', 'photo-too-large'];

declare global {
  interface Window {
    endTimesMs: number[];
  }
}

interface Row {
  error?: { code: string };
}

test(`${FUZZ_FILES} mutated files, seed ${FUZZ_SEED}, through the page`, async ({
  page,
}, testInfo) => {
  test.setTimeout(120_000 + FUZZ_FILES * 2000);
  await page.addInitScript(recordEnds);
  await page.goto('./#/');
  await expect(page.locator('[data-engine=ready]')).toBeVisible({ timeout: 60_000 });
  const good = ['glass-3.jpg', 'metal-1.jpg'].map(samplePath);
  const before = await sortAll(page, good);
  const probe = await openMemoryProbe(page);
  const heapsBefore = await probe.heaps();

  const counts: Record<string, number> = {};
  let slowestMs = 0;
  for (let start = 0; start < FUZZ_FILES; start += BATCH) {
    const files = await mutated(testInfo, start, Math.min(BATCH, FUZZ_FILES - start));
    // Two good ones after them, to see that they are still sorted alike.
    const rows = await sortAll(page, [...files, ...good]);
    expect(rows.slice(files.length)).toEqual(before);
    for (const { error } of rows.slice(0, files.length)) {
      const outcome = error?.code ?? 'answer';
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    slowestMs = Math.max(slowestMs, await longestWait(page));
  }

  const [was, is] = [totalBytes(heapsBefore), totalBytes(await probe.heaps())];
  say(`page: ${FUZZ_FILES} files, seed ${FUZZ_SEED}: ${JSON.stringify(counts)}`);
  say(`page: longest wait for an outcome ${Math.round(slowestMs)} ms`);
  say(`page: heaps of page and workers ${inMegabytes(was)} -> ${inMegabytes(is)}`);
  expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(counts)));
  expect(counts.answer).toBeGreaterThan(0);
  expect(counts['photo-damaged']).toBeGreaterThan(0);
  expect(slowestMs).toBeLessThan(HANG_MS);
  expect(is - was).toBeLessThan(MAX_GROWTH_BYTES);
});

async function mutated(testInfo: TestInfo, start: number, count: number): Promise<string[]> {
  const mutate = await photoMutator(FUZZ_SEED);
  mkdirSync(testInfo.outputDir, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const file = testInfo.outputPath(`${start + index}.jpg`);
    writeFileSync(file, mutate(start + index));
    return file;
  });
}

/** From the files to the rows of the queue's JSON file; the queue is empty before and after. */
async function sortAll(page: Page, files: string[]): Promise<Row[]> {
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  await page.locator('input[type=file]').first().setInputFiles(files);
  await queue.getByRole('button', { name: 'Klasifikasikan Limbah Anda' }).click();
  await expect(queue.getByText(`Selesai: ${files.length} dari ${files.length}`)).toBeVisible({
    timeout: files.length * 2000 + HANG_MS,
  });
  const download = page.waitForEvent('download');
  await queue.getByRole('button', { name: /JSON/ }).click();
  const rows = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  await queue.getByRole('button', { name: 'Kosongkan antrean' }).click();
  await expect(queue).toBeHidden();
  return rows;
}

/** Of the last batch, between one file's end and the next one's. */
async function longestWait(page: Page): Promise<number> {
  const ends = await page.evaluate(() => window.endTimesMs.splice(0));
  return Math.max(...ends.map((end, index) => end - (ends[index - 1] ?? end)));
}

/** Runs in the page: when the real worker said what became of a file. */
function recordEnds(): void {
  window.endTimesMs = [];
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind !== 'result' && data.kind !== 'failed') return;
        window.endTimesMs.push(performance.now());
      });
    }
  };
}
