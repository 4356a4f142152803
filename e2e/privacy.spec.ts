/** What leaves the device: requests for the site's own files, and nothing else. */
import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { MODEL_VERSION } from '../src/domain/model-version';
import { expectKept as expectInHistory, rows, toHistory } from './history-page';
import { startLoggingProxy } from './logging-proxy';
import { sampleFiles, samplePath } from './photos';
import { openPilahIn } from './pilah-page';
import { test } from './pilah-test';
import { expectKept } from './visitor-test';

test('a whole session asks its own origin for its own files, and sends nothing', async ({
  browser,
  baseURL,
}) => {
  if (!baseURL) throw new Error('playwright.config.ts gives one');
  await using proxy = await startLoggingProxy(baseURL);
  const context = await browser.newContext({
    baseURL,
    serviceWorkers: 'allow',
    acceptDownloads: true,
    // Chromium asks its own machine past any proxy unless it is told not to.
    proxy: { server: proxy.server, bypass: '<-loopback>' },
  });
  const sockets: string[] = [];
  const pilah = await openPilahIn(context, './#/');
  const { page } = pilah;
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await pilah.ready();
  await expectKept(pilah);
  await pilah.sort(samplePath('battery-1.jpg'));
  await pilah.card.locator('summary').click();
  await expect(pilah.card.getByRole('slider')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan sebagai gambar' }).click();
  await pilah.chooser.setInputFiles(sampleFiles.slice(0, 6).map(samplePath));
  await pilah.classifyButton.first().click();
  await expect(page.getByText('Selesai: 6 dari 6')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'CSV' }).click();
  await toHistory(page);
  await expectInHistory(page, 7);
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  await rows(page).first().getByRole('button').click();
  await expectInHistory(page, 6);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Guide', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Battery' }).click();
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  await expect(page.getByRole('table')).not.toHaveCount(0);
  await page.reload();
  await pilah.ready();

  const files = new Set(readdirSync('dist', { recursive: true }).map(String));
  const shards = [...files].filter((path) => path.startsWith(`model/${MODEL_VERSION}/shard`));
  const asked = proxy.seen.map(({ url }) => new URL(url));
  // The worker's requests are seen too, and the service worker's, or this test would prove nothing.
  expect(asked.filter(({ pathname }) => pathname.endsWith('.bin'))).toHaveLength(shards.length);
  expect(asked.some(({ pathname }) => pathname.includes('/camera-dialog-'))).toBe(true);
  for (const { method, url, body } of proxy.seen) {
    const { origin, pathname, search } = new URL(url);
    expect.soft(origin, url).toBe(baseURL);
    expect.soft(method, url).toBe('GET');
    expect.soft(body, url).toBe('');
    // Nothing can be said by an address either: it is that of a file, and at most the hash of what is wanted.
    expect.soft(files.has(pathname.slice(1) || 'index.html'), url).toBe(true);
    expect.soft(search, url).toMatch(/^(\?sha256=[0-9a-f]{64})?$/);
  }
  expect(sockets).toEqual([]);
  await context.close();
});
