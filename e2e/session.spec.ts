/** A long session stays smooth and holds no more at its end. Runs alone, since what else the machine does would be counted too. */
import { writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import {
  type Heap,
  inMegabytes,
  type MemoryProbe,
  openMemoryProbe,
  say,
  totalBytes,
} from './memory';
import { phonePhoto, sampleFiles, samplePath } from './photos';
import { inWorker, openPilah } from './pilah-page';

// A film of it all takes time, and would be held too.
test.use({ trace: 'off' });

const SESSION_PHOTOS = 50;
const MANY_PHOTOS = 1000;
const QUEUE_PHOTOS = 100;
/** Caches of browser and test; what is counted one by one below must not grow at all. */
const MAX_GROWTH_BYTES = 4e6;

test('a session of 50 photos never holds the main thread for more than 50 ms', async ({
  page,
}, testInfo) => {
  test.setTimeout(240_000);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const large = testInfo.outputPath('phone.jpg');
  writeFileSync(large, await phonePhoto());
  const files = [large, ...sampleFiles.map(samplePath)];
  const pilah = await openPilah(page);
  await pilah.ready();
  for (let index = 0; index < SESSION_PHOTOS; index++) {
    await pilah.sort(files[index % files.length] ?? large);
  }
  expect(await page.evaluate('longTasks')).toEqual([]);
});

test('1,000 photos in one session leave nothing behind: heaps, engine memory, object URLs, nodes', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await page.addInitScript(watchHeld);
  // The engine's memory is no part of any heap that Chromium tells of.
  await inWorker(
    page,
    `const { Memory } = WebAssembly;
  self.memories = [];
  WebAssembly.Memory = class extends Memory {
    constructor(size) {
      super(size);
      self.memories.push(this);
    }
  }`,
  );
  await page.goto('./#/');
  await expect(page.locator('[data-engine=ready]')).toBeVisible({ timeout: 60_000 });
  await sortQueue(page);
  const probe = await openMemoryProbe(page);
  const early = await measure(page, probe);
  for (let done = QUEUE_PHOTOS; done < MANY_PHOTOS; done += QUEUE_PHOTOS) {
    await sortQueue(page, done);
  }
  const late = await measure(page, probe);
  for (const [photos, { heaps, answers, files, wasmBytes, urls, nodes }] of [
    [QUEUE_PHOTOS, early],
    [MANY_PHOTOS, late],
  ] as const) {
    const each = heaps.map(({ of, bytes }) => `${of} ${inMegabytes(bytes)}`).join(', ');
    say(
      `after ${photos} photos: heaps ${each}; engine ${inMegabytes(wasmBytes)}; ` +
        `${answers} answers, ${files} files, ${urls} object URLs, ${nodes} nodes`,
    );
  }
  expect(early.heaps.length).toBeGreaterThan(1);
  expect(early.wasmBytes).toBeGreaterThan(1e6);
  expect(totalBytes(late.heaps) - totalBytes(early.heaps)).toBeLessThan(MAX_GROWTH_BYTES);
  expect(late.wasmBytes).toBe(early.wasmBytes);
  const { answers, files, urls, nodes } = late;
  expect({ answers, urls }).toEqual({ answers: 0, urls: 0 });
  // The chooser itself holds the last queue's, React what it drew before; their bytes are on disk.
  expect(files).toBeLessThanOrEqual(2 * QUEUE_PHOTOS);
  expect(nodes).toBe(early.nodes);
});

interface Held {
  heaps: Heap[];
  answers: number;
  files: number;
  wasmBytes: number;
  /** Made and not freed. */
  urls: number;
  /** In the document. */
  nodes: number;
}

async function measure(page: Page, probe: MemoryProbe): Promise<Held> {
  const sum = 'memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)';
  const wasmBytes = await probe.numberInWorker('/main-', sum);
  const [urls, nodes] = await page.evaluate(() => [
    window.heldUrls.size,
    document.querySelectorAll('*').length,
  ]);
  const heaps = await probe.heaps(); // collects garbage
  const answers = await page.evaluate(
    () => window.answers.filter((answer) => answer.deref()).length,
  );
  const files = await probe.count('File');
  return { heaps, answers, files, wasmBytes, urls, nodes };
}

/** A queue of samples from start to end; all are answered, and the queue is cleared. */
async function sortQueue(page: Page, done = 0): Promise<void> {
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  // Another photo comes first each time: a chooser that is filled by a test tells of no second time of the same.
  const files = Array.from({ length: QUEUE_PHOTOS }, (_, at) =>
    samplePath(sampleFiles[(done + at) % sampleFiles.length] ?? ''),
  );
  await page.locator('input[type=file]').first().setInputFiles(files);
  await queue.getByRole('button', { name: 'Klasifikasikan Limbah Anda' }).click();
  await expect(queue.getByText(`Selesai: ${QUEUE_PHOTOS} dari ${QUEUE_PHOTOS}`)).toBeVisible({
    timeout: 120_000,
  });
  await expect(queue.getByRole('button', { name: /Coba lagi/ })).toBeHidden();
  await queue.getByRole('button', { name: 'Kosongkan antrean' }).click();
  await expect(queue).toBeHidden();
}

declare global {
  interface Window {
    heldUrls: Set<string>;
    /** Of the real worker, each as long as somebody holds it. */
    answers: WeakRef<object>[];
  }
}

/** Runs in the page, before its own code. */
function watchHeld(): void {
  const answers: WeakRef<object>[] = [];
  window.answers = answers;
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'result') answers.push(new WeakRef(data.classification));
      });
    }
  };
  const held = new Set<string>();
  window.heldUrls = held;
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (file) => {
    const url = createObjectURL(file);
    held.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    held.delete(url);
    revokeObjectURL(url);
  };
}
