/** A page that nobody looks at, a phone that falls asleep: the queue goes on or resumes, nothing is lost, no photo comes twice. */
import { expect, test } from '@playwright/test';
import { type Browser, type ElementHandle, launch, type Page } from 'puppeteer-core';
import { findChromium } from '../scripts/find-chromium.mjs';
import { sampleFiles, samplePath } from './photos';

const PHOTOS = 40;
/** Several photos long. */
const ASLEEP_MS = 4000;
const TIMEOUT = { timeout: 60_000 };

interface Watched {
  /** When the real worker said what a photo shows. */
  resultTimesMs: number[];
  frozenAtMs: number;
  resumedAtMs: number;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

let browser: Browser;
let page: Page;

// Puppeteer, since Playwright tells each of its pages that it is looked at, and such a page is never frozen.
test.beforeEach(async ({ baseURL }) => {
  browser = await launch({
    executablePath: (await findChromium()) ?? '',
    headless: true,
    args: ['--no-sandbox', '--lang=id'],
  });
  page = await browser.newPage();
  await page.evaluateOnNewDocument(watch);
  await page.goto(`${baseURL}/`);
  await page.waitForSelector('[data-engine=ready]', TIMEOUT);
});

test.afterEach(() => browser.close());

test('behind another tab the queue goes on, and a photo can be taken in', async () => {
  await startQueue();
  const front = await browser.newPage();
  await front.bringToFront();
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  const atHiding = await resultCount();
  expect(atHiding).toBeLessThan(PHOTOS);
  await choose([samplePath('metal-1.jpg')]);
  await page.waitForSelector('img[alt*="metal-1"]', TIMEOUT);
  await expect.poll(resultCount, TIMEOUT).toBe(PHOTOS);
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  await page.bringToFront();
  await expectEachOnce();
});

test('frozen in mid-queue, as phones do to pages behind others, it goes on when it wakes', async () => {
  await startQueue();
  const front = await browser.newPage();
  await front.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  // Time is what is tested: so long nothing may happen.
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await expectEachOnce();

  const { frozenAtMs, resumedAtMs, resultTimesMs } = await page.evaluate(() => window.watched);
  expect(resumedAtMs - frozenAtMs).toBeGreaterThan(ASLEEP_MS / 2);
  const asleep = resultTimesMs.filter((time) => time > frozenAtMs && time < resumedAtMs);
  expect(asleep).toEqual([]);
  expect(resultTimesMs.filter((time) => time < frozenAtMs).length).toBeGreaterThan(0);
  expect(resultTimesMs.filter((time) => time > resumedAtMs).length).toBeGreaterThan(2);
});

function names(): string[] {
  return Array.from({ length: PHOTOS }, (_, at) => sampleFiles[at % sampleFiles.length] ?? '');
}

async function choose(paths: string[]): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  // as: the selector names an input
  await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
}

/** Returns when some of the photos are done, and others are not. */
async function startQueue(): Promise<void> {
  await choose(names().map(samplePath));
  const start = await page.waitForSelector('[aria-labelledby=queue-title] button', TIMEOUT);
  await start?.click();
  await expect.poll(resultCount, TIMEOUT).toBeGreaterThan(2);
}

function resultCount(): Promise<number> {
  return page.evaluate(() => window.watched.resultTimesMs.length);
}

/** One answer from the worker and one row in the queue for each photo that was chosen, in their order. */
async function expectEachOnce(): Promise<void> {
  const progress = () => page.$eval('progress', ({ value, max }) => [value, max]);
  await expect.poll(progress, TIMEOUT).toEqual([PHOTOS, PHOTOS]);
  expect(await resultCount()).toBe(PHOTOS);
  const json = await page.evaluate(async () => {
    const made: Promise<string>[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (file: File) => {
      if (file.type === 'application/json') made.push(file.text());
      return createObjectURL(file);
    };
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent?.includes('JSON')) button.click();
    }
    return made[0];
  });
  const rows: { file: string; class?: string }[] = JSON.parse(json ?? '');
  expect(rows.map(({ file }) => file)).toEqual(names());
  expect(rows.filter((row) => row.class === undefined)).toEqual([]);
}

/** Runs in the page, before its own code. */
function watch(): void {
  const watched: Watched = { resultTimesMs: [], frozenAtMs: 0, resumedAtMs: 0 };
  window.watched = watched;
  document.addEventListener('freeze', () => {
    watched.frozenAtMs = performance.now();
  });
  document.addEventListener('resume', () => {
    watched.resumedAtMs = performance.now();
  });
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'result') watched.resultTimesMs.push(performance.now());
      });
    }
  };
}
