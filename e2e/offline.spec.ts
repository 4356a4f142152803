/** After one visit: everything works with the network off, on a host of any kind. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { samplePath } from './photos';
import { copyOfSite } from './test-site';
import { expectKept, test } from './visitor-test';

for (const path of ['/', '/some/path/']) {
  test(`under ${path}, after one visit, closed and opened again: all works without a network`, async ({
    visitor,
    startSite,
  }, _testInfo) => {
    const site = await startSite({ path });
    await expectKept(await visitor.visit(site.address));
    await visitor.close();
    await site.goDown();

    const pilah = await visitor.visit(site.address);
    const { page } = pilah;
    await expectKept(pilah);
    await pilah.sort(samplePath('battery-1.jpg'));
    await pilah.card.locator('summary').click();
    await expect(pilah.card.getByRole('slider')).toBeVisible();
    await page.locator('[data-sample="metal-1.jpg"]').click();
    await expect(page.getByRole('img', { name: 'metal-1.jpg' })).toBeVisible();
    await pilah.chooser.setInputFiles([samplePath('metal-1.jpg'), samplePath('glass-1.jpg')]);
    await expect(page.getByRole('heading', { name: '2 foto dalam antrean' })).toBeVisible();
    await page.getByRole('button', { name: 'Kamera' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Guide', exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: 'Battery' }).click();
    await expect(page.getByRole('heading', { name: 'Three steps' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Three steps' })).toBeVisible();
    // A screen that needs nothing but the shell throws nothing else away.
    await page.evaluate(askToKeepShell);
    await page.getByRole('link', { name: 'Photo', exact: true }).click();
    await page.locator('[data-sample="clothes-1.jpg"]').click();
    await expect(page.getByRole('img', { name: 'clothes-1.jpg' })).toBeVisible();
    await page.getByRole('link', { name: 'Model', exact: true }).click();
    await expect(page.getByRole('img', { name: 'Kind by kind' })).toBeVisible();
    for (const name of ['Licences of all packages', 'Sources and licences']) {
      const address = await page.getByRole('link', { name }).getAttribute('href');
      expect(await page.evaluate(async (file) => (await fetch(file ?? '')).ok, address)).toBe(true);
    }
  });
}

test('history and what was taught work without a network', async ({
  visitor,
  startSite,
}, _testInfo) => {
  const site = await startSite();
  const online = await visitor.visit(site.address);
  await online.sort(samplePath('battery-3.jpg'));
  await online.card.getByRole('button', { name: 'Ini salah' }).click();
  await online.card.getByRole('button', { name: 'Baterai', exact: true }).click();
  await online.page.getByRole('button', { name: 'Ya, ajari Pilah saya' }).click();
  await expect(online.card).toContainText('Pilah sudah belajar dari ini.');
  await expectKept(online);
  await visitor.close();
  await site.goDown();

  const pilah = await visitor.visit(site.address);
  expect(await pilah.sort(samplePath('battery-3.jpg'))).toMatchObject({ classId: 'battery' });
  await pilah.page.getByRole('link', { name: 'Riwayat' }).click();
  await expect(pilah.page.getByRole('feed').getByRole('article')).toHaveCount(2);
  await expect(pilah.page.getByRole('img', { name: /./ }).first()).toBeVisible();
});

async function askToKeepShell(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    active?.postMessage({ kind: 'keep', extras: [] }, [port2]);
  });
}

test('a host that cannot isolate the page: one thread at first, several from the second visit on', async ({
  visitor,
  startSite,
}, _testInfo) => {
  const site = await startSite({ isIsolating: false });
  const pilah = await visitor.visit(site.address);
  expect((await pilah.ready()).backend.threads).toBe(1);
  await expectKept(pilah);
  await pilah.page.reload();
  await expectKept(pilah);
  expect(await pilah.page.evaluate('crossOriginIsolated')).toBe(true);
  const cores = await pilah.page.evaluate(() => navigator.hardwareConcurrency);
  expect((await pilah.ready()).backend.threads).toBe(Math.min(cores, 4));
  await pilah.sort(samplePath('metal-1.jpg'));
});

test('a network that answers with a page of its own does not get into what is kept', async ({
  visitor,
  startSite,
}, testInfo) => {
  const folder = copyOfSite(testInfo.outputPath('site'));
  const part = fileNamed(folder, /^guide-screen-/);
  const whole = readFileSync(part);
  const site = await startSite({ folder });
  writeFileSync(part, '<!doctype html><title>Log in to this network</title>');
  const pilah = await visitor.visit(site.address);
  const gone = () =>
    pilah.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration?.installing && !registration?.active;
    });
  await expect.poll(gone, { timeout: 30_000 }).toBe(true);
  await expect(pilah.engine).not.toContainText('tanpa internet');
  await pilah.sort(samplePath('metal-1.jpg'));
  writeFileSync(part, whole);
  await pilah.page.reload();
  await expectKept(pilah);
});

function fileNamed(folder: string, pattern: RegExp): string {
  const assets = join(folder, 'assets');
  const name = readdirSync(assets).find((file) => pattern.test(file));
  if (!name) throw new Error(`no ${pattern} in ${assets}`);
  return join(assets, name);
}

test('what the browser has thrown away of the page is fetched again on the next visit', async ({
  visitor,
  startSite,
}, _testInfo) => {
  const site = await startSite();
  const pilah = await visitor.visit(site.address);
  const { page } = pilah;
  await expectKept(pilah);
  const keptFiles = () =>
    page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((key) => key.includes('precache'));
      return name ? (await (await caches.open(name)).keys()).length : 0;
    });
  const all = await keptFiles();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await pilah.sort(samplePath('metal-1.jpg'));
  await page.reload();
  await expectKept(pilah);
  expect(await keptFiles()).toBe(all);
  await site.goDown();
  await page.reload();
  await expectKept(pilah);
});
