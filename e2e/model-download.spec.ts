/** What networks do to the model on its way, each done for real by a server: docs/reliability.md lists them. */
import { statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { expect } from '@playwright/test';
import { cutOff, type Fault, isShard } from './faulty-site';
import {
  downloadedBytes,
  failureOf,
  kept,
  keptShards,
  MODEL_BYTES,
  retryButton,
  SHARD_COUNT,
  test,
} from './faulty-site-test';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';

/** Lets so many bytes of the whole model through, then breaks every connection. */
function cutAfter(bytes: number): Fault {
  let left = Math.round(bytes);
  return (file, response, path) => {
    if (!isShard(file)) return false;
    const size = statSync(path).size;
    const granted = Math.min(left, size);
    left -= granted;
    if (granted === size) return false;
    cutOff(response, path, granted);
    return true;
  };
}

for (const percent of [10, 50, 99]) {
  test(`the network is cut at ${percent} %, then back: it goes on from the shards that are there`, async ({
    page,
    site,
  }) => {
    site.fault = cutAfter((MODEL_BYTES * percent) / 100);
    const pilah = await openPilah(page);
    expect(await failureOf(pilah)).toBe('model-unreachable');
    await expect(pilah.engine).toContainText('Berkas model tidak dapat diunduh.');
    const had = await keptShards(page);
    expect(had.length).toBeGreaterThanOrEqual(Math.floor((SHARD_COUNT * percent) / 100) - 3);
    site.fault = () => false;
    site.requests.length = 0;
    await retryButton(page).click();
    expect(await kept(pilah)).toBe('stored');
    expect(site.requests.filter(isShard)).toHaveLength(SHARD_COUNT - had.length);
    expect(site.requests).not.toContain(had[0] ?? 'none');
    await pilah.sort(samplePath('metal-1.jpg'));
  });
}

test('a break in the middle is mended unseen, and progress never jumps back', async ({
  page,
  site,
}) => {
  let breaks = 0;
  site.fault = (file, response, path) => {
    if (!isShard(file) || ++breaks % 2 === 0) return false;
    cutOff(response, path, statSync(path).size / 2);
    return true;
  };
  const pilah = await openPilah(page);
  expect(await kept(pilah)).toBe('stored');
  expect(breaks).toBeGreaterThan(SHARD_COUNT);
  const told = await downloadedBytes(pilah);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect((await pilah.statuses()).some(({ kind }) => kind === 'failed')).toBe(false);
});

test('a reload in the middle of the download goes on from the shards that are there', async ({
  page,
  site,
}) => {
  site.fault = (file, response) => {
    if (file < 'shard-05.bin' || !isShard(file)) return false;
    response.writeHead(200).write('x'); // and then silence
    return true;
  };
  const pilah = await openPilah(page);
  await expect.poll(() => keptShards(page)).toHaveLength(5);
  site.fault = () => false;
  site.requests.length = 0;
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
  expect(site.requests.filter(isShard)).toHaveLength(SHARD_COUNT - 5);
  expect((await downloadedBytes(pilah))[0]).toBe(5 * 524_288);
});

test('when the connection is back the download goes on by itself', async ({
  page,
  context,
  site,
}) => {
  site.fault = cutAfter(MODEL_BYTES / 2);
  const pilah = await openPilah(page);
  await failureOf(pilah);
  await context.setOffline(true);
  site.fault = () => false;
  await context.setOffline(false);
  expect(await kept(pilah)).toBe('stored');
});

test('silence is given up after a while, and the next try goes on', async ({ page, site }) => {
  let isSilent = true;
  site.fault = (file, response) => {
    if (file !== 'shard-03.bin' || !isSilent) return false;
    isSilent = false;
    response.writeHead(200, { 'Content-Length': 524_288 }).write('x');
    return true;
  };
  const pilah = await openPilah(page);
  await expect(pilah.engine).toHaveAttribute('data-engine', 'ready', { timeout: 60_000 });
  expect(site.requests.filter((file) => file === 'shard-03.bin')).toHaveLength(2);
});

const page200 = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Wi-Fi');

/** What the answer is, whatever file of the model is asked for; the code, and how its sentence begins. */
const ANSWERS = [
  [
    'a missing file',
    'model-missing',
    'Berkas model tidak ada di server',
    (r) => r.writeHead(404).end(),
  ],
  ['a failing server', 'server-failed', 'Server tidak dapat', (r) => r.writeHead(500).end()],
  ['a portal to sign in', 'model-intercepted', 'Ada yang menjawab menggantikan', page200],
  [
    'a redirect elsewhere',
    'model-intercepted',
    'Ada yang menjawab menggantikan',
    (r) => r.writeHead(302, { Location: 'http://portal.invalid/' }).end(),
  ],
  ['a body that is too short', 'model-corrupt', 'Berkas model yang diterima', (r) => r.end('{')],
  [
    'a body that is too long',
    'model-corrupt',
    'Berkas model yang diterima',
    (r) => r.end(Buffer.alloc(600_000)),
  ],
] as const satisfies readonly [string, string, string, (response: ServerResponse) => unknown][];

for (const [name, code, words, answer] of ANSWERS) {
  for (const file of ['manifest.json', 'shard-01.bin']) {
    test(`${name} in place of ${file} is told with what to do, and trying again works`, async ({
      page,
      site,
    }) => {
      site.fault = (asked, response) => {
        if (asked !== file) return false;
        answer(response);
        return true;
      };
      const pilah = await openPilah(page);
      expect(await failureOf(pilah)).toBe(code);
      await expect(pilah.engine).toContainText(words);
      site.fault = () => false;
      await retryButton(page).click();
      await expect(pilah.engine).toHaveAttribute('data-engine', 'ready', { timeout: 60_000 });
    });
  }
}

test('a queue waits when the model does not come, and goes on when it does', async ({
  page,
  site,
}) => {
  site.fault = cutAfter(MODEL_BYTES / 2);
  const pilah = await openPilah(page);
  await pilah.chooser.setInputFiles(['metal-1.jpg', 'paper-1.jpg', 'glass-1.jpg'].map(samplePath));
  await pilah.classifyButton.first().click();
  await failureOf(pilah);
  await expect(page.getByRole('option')).toHaveCount(3);
  for (const row of await page.getByRole('option').all())
    await expect(row).toContainText('Menunggu');
  site.fault = () => false;
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await expect.poll(async () => (await pilah.results()).length, { timeout: 60_000 }).toBe(3);
});
