/** What happens to the model on the device: its cache damaged, deleted or denied, its thread ended. */
import { expect, type Page } from '@playwright/test';
import { type FaultySite, isShard } from './faulty-site';
import { kept, keptShards, SHARD_COUNT, test } from './faulty-site-test';
import { samplePath } from './photos';
import { inWorker, openPilah } from './pilah-page';

test('a damaged shard in the cache is dropped and fetched anew', async ({ page, site }) => {
  const pilah = await openPilah(page);
  expect(await kept(pilah)).toBe('stored');
  await page.evaluate(async () => {
    const cache = await caches.open('pilah-model-4');
    const [key] = (await cache.keys()).filter(({ url }) => url.includes('shard-04'));
    if (!key) throw new Error('shard 4 is not kept');
    const bytes = new Uint8Array((await (await cache.match(key))?.arrayBuffer()) ?? []);
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
    await cache.put(key, new Response(bytes));
  });
  site.requests.length = 0;
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
  expect(site.requests.filter(isShard)).toEqual(['shard-04.bin']);
  await pilah.sort(samplePath('metal-1.jpg'));
});

for (const [name, damage] of [
  ['cut off', (text: string) => text.slice(0, 1000)],
  ['with other golden logits', (text: string) => text.replace('-3.02237', '3.02237')],
  ['of other layers', (text: string) => text.replace('"places":9', '"places":3')],
] as const) {
  test(`a manifest in the cache that is ${name} is dropped and fetched anew`, async ({
    page,
    site,
  }) => {
    const pilah = await openPilah(page);
    expect(await kept(pilah)).toBe('stored');
    const text = await page.evaluate(async () => {
      const cache = await caches.open('pilah-model-4');
      const [key] = (await cache.keys()).filter(({ url }) => url.endsWith('manifest.json'));
      return key ? (await cache.match(key))?.text() : undefined;
    });
    const damaged = damage((text ?? '').replaceAll(/\s/g, ''));
    expect(damaged).not.toBe((text ?? '').replaceAll(/\s/g, ''));
    await page.evaluate(async (body) => {
      const cache = await caches.open('pilah-model-4');
      const [key] = (await cache.keys()).filter(({ url }) => url.endsWith('manifest.json'));
      if (key) await cache.put(key, new Response(body));
    }, damaged);
    site.requests.length = 0;
    await page.reload();
    expect(await kept(pilah)).toBe('stored');
    expect(site.requests).toEqual(['manifest.json']);
  });
}

test('the browser deletes the cache while the page is open: sorting works on, and it is kept again', async ({
  page,
  site,
}) => {
  const pilah = await openPilah(page);
  expect(await kept(pilah)).toBe('stored');
  await page.evaluate(() => caches.delete('pilah-model-4'));
  await pilah.sort(samplePath('metal-1.jpg'));
  site.requests.length = 0;
  await page.getByRole('link', { name: 'Model' }).click();
  await expect.poll(() => keptShards(page), { timeout: 30_000 }).toHaveLength(SHARD_COUNT);
  expect(await kept(pilah)).toBe('stored');
  expect(site.requests.filter(isShard)).toHaveLength(SHARD_COUNT);
});

for (const [name, code] of [
  ['is denied', "caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'))"],
  [
    'is full',
    "Cache.prototype.put = () => Promise.reject(new DOMException('no', 'QuotaExceededError'))",
  ],
] as const) {
  test(`storage ${name}: it works from memory and says so`, async ({ page, site }) => {
    await inWorker(page, code);
    const pilah = await openPilah(page);
    expect(await kept(pilah)).toBe('failed');
    await expect(pilah.engine).toContainText('Browser ini tidak menyimpan model');
    await pilah.sort(samplePath('metal-1.jpg'));
    expect(site.requests.filter(isShard)).toHaveLength(SHARD_COUNT);
  });
}

test('storage that is really full: it works from memory and says so', async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await page.goto('./#/guide');
  const origin = new URL(page.url()).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  const pilah = await openPilah(page, './?full#/');
  expect(await kept(pilah)).toBe('failed');
  await expect(pilah.engine).toContainText('Browser ini tidak menyimpan model');
  await pilah.sort(samplePath('metal-1.jpg'));
});

test('a page that is no secure context works from memory and says so', async ({
  baseURL,
  playwright,
}) => {
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const { hostname, port } = new URL(baseURL);
  const browser = await playwright.chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // A name that is not this machine's own is no secure context without https.
    args: [...(args ?? []), `--host-resolver-rules=MAP pilah.test ${hostname}`],
  });
  const page = await browser.newPage({ locale: 'id-ID' });
  const pilah = await openPilah(page, `http://pilah.test:${port}/`);
  expect(await page.evaluate(() => [isSecureContext, 'caches' in window])).toEqual([false, false]);
  expect(await kept(pilah)).toBe('failed');
  await expect(pilah.engine).toContainText('Browser ini tidak menyimpan model');
  await pilah.sort(samplePath('metal-1.jpg'));
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  await page.getByRole('button', { name: 'Hapus model dari perangkat ini' }).click();
  await expect(page.getByTestId('device')).toContainText('Berkas model tidak tersimpan');
  await browser.close();
});

/** How a thread ends, when the nth photo of this page comes to it. */
const ENDINGS = {
  'with an error': "throw new Error('out of memory')",
  'without a word': 'self.close()',
} as const;

function endWorkerAt(page: Page, ending: string, photos: readonly number[]): Promise<void> {
  // The worker that comes after remembers nothing: the page's requests count.
  return inWorker(
    page,
    `const post = self.postMessage;
    const alive = new Promise((resolve) => {
      self.postMessage = (message, ...rest) => {
        post.call(self, message, ...rest);
        if (message.kind === 'alive') resolve();
      };
    });
    addEventListener('message', async ({ data }) => {
      if (data.kind !== 'classify') return;
      const count = await (await fetch('/model/count')).text();
      await alive;
      if (${JSON.stringify(photos)}.includes(Number(count))) setTimeout(() => { ${ending} });
    })`,
  );
}

function countPhotos(site: FaultySite): void {
  let count = 0;
  site.fault = (file, response) => {
    if (file !== 'count') return false;
    count += 1;
    response.end(String(count));
    return true;
  };
}

for (const [how, ending] of Object.entries(ENDINGS)) {
  test(`the worker ends ${how}: it starts anew by itself, and the queue goes on`, async ({
    page,
    site,
  }) => {
    countPhotos(site);
    await endWorkerAt(page, ending, [2]);
    const pilah = await openPilah(page);
    const names = ['metal-1.jpg', 'paper-1.jpg', 'glass-1.jpg', 'battery-1.jpg'];
    await pilah.chooser.setInputFiles(names.map(samplePath));
    await pilah.classifyButton.first().click();
    await expect(page.locator('[aria-labelledby=queue-title]')).toContainText('Selesai: 4 dari 4', {
      timeout: 60_000,
    });
    for (const row of await page.getByRole('option').all()) {
      await expect(row).toContainText('%');
    }
  });
}

test('the worker ends twice in a row: the photo tells, and trying again works', async ({
  page,
  site,
}) => {
  countPhotos(site);
  await endWorkerAt(page, ENDINGS['without a word'], [1, 2]);
  const pilah = await openPilah(page);
  await pilah.choose(samplePath('metal-1.jpg'));
  await pilah.classifyButton.click();
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('Bagian yang menjalankan model berhenti', {
    timeout: 60_000,
  });
  await expect(pilah.preview).toBeVisible();
  await main.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(pilah.card).toHaveAttribute('data-class', 'metal', { timeout: 60_000 });
});
