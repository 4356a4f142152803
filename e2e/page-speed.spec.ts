/** What a first visitor's page costs: bytes before the first screen, and when the model starts. */
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { firstWords as en } from '../src/content/languages/en';
import { firstWords as id } from '../src/content/languages/id';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

const SHELL_JS_BYTES = 120_000;

test('the first screen needs at most 120 KB of compressed JavaScript', async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    // The hand on the service worker comes when the screen stands there.
    const isLater = response.url().includes('/shell-client-');
    if (response.request().resourceType() === 'script' && !isLater) bodies.push(response.body());
  });
  // An address that starts no worker, whose scripts cannot be told from the page's own: the shell,
  // with the first screen in it, is the same for all.
  await page.goto('./#/no-such-screen');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50_000); // React alone: less would mean that scripts were missed
  expect(total).toBeLessThanOrEqual(SHELL_JS_BYTES);
});

test('the first words stand there, and the model starts, before the framework has arrived', async ({
  page,
}) => {
  let openFramework = () => {};
  const gate = new Promise<void>((resolve) => {
    openFramework = resolve;
  });
  await page.route('**/assets/mount-*.js', async (route) => {
    await gate;
    await route.continue();
  });
  const shard = page.context().waitForEvent('request', (request) => request.url().includes('.bin'));
  await page.goto('./#/', { waitUntil: 'commit' });
  await shard;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(id.title);
  await expect(page.getByRole('button')).toHaveCount(0);
  openFramework();
  await expect(page.getByRole('button', { name: 'Klasifikasikan Limbah Anda' })).toBeVisible();
});

for (const [language, locale, words] of [
  ['id', 'id-ID', id],
  ['en', 'en-GB', en],
] as const) {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ]) {
    test(`the first words need no second file and do not move: ${language}, ${viewport.width} px`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale, viewport });
      const page = await context.newPage();
      await page.route('**/assets/*', (route) => route.abort());
      await page.goto('./#/');
      const { title, lead } = words;
      const places = () =>
        Promise.all(
          ['Pilah', title, lead].map((words) =>
            page.getByText(words, { exact: true }).first().evaluate(placeOfWords),
          ),
        );
      const before = await places();
      await page.unroute('**/assets/*');
      await page.reload();
      await expect(page.getByRole('button').first()).toBeVisible();
      expect(await places()).toEqual(before);
      await context.close();
    });
  }
}

/** Of the words alone, not of the element around them. */
function placeOfWords(element: Element): number[] {
  const words = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  const range = document.createRange();
  range.selectNodeContents(words ?? element);
  const { x, y, width, height } = range.getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
}

test('the guide asks for nothing of the model', async ({ page }) => {
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  await page.goto('./#/guide');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => /\/model\/|\.wasm/.test(url))).toEqual([]);
});

test('a first visitor has the answer to a photo in ten seconds, the download included', async ({
  page,
}) => {
  const start = performance.now();
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('glass-1.jpg'));
  expect(performance.now() - start).toBeLessThan(10_000);
});
