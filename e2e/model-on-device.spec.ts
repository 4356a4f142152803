/** What a person decides about the model on their device: whether it is downloaded, stopped, removed, fetched again. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { type FaultySite, isShard } from './faulty-site';
import { kept, keptShards, SHARD_COUNT, test } from './faulty-site-test';
import { samplePath } from './photos';
import { openPilah, type PilahPage } from './pilah-page';

const device = (page: Page) => page.getByTestId('device');
const removeButton = (page: Page) =>
  page.getByRole('button', { name: 'Hapus model dari perangkat ini' });
const fetchButton = (page: Page) => page.getByRole('button', { name: 'Ambil lagi' });
const downloadButton = (page: Page) => page.getByRole('button', { name: /Unduh model \(.* MB\)/ });

const modelCaches = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('pilah-model')));

test('the model page tells what is kept; it is removed and fetched again, and sorting works on', async ({
  page,
  site,
}) => {
  const pilah = await openPilah(page, './#/model');
  await expect(device(page)).toContainText(
    /Semua berkas model tersimpan di perangkat ini: 4,2\sMB/,
  );
  await expect(device(page)).toContainText(/Pilah memakai 4,\d\sMB dari [\d.]+,\d\sGB/);
  await expect(fetchButton(page)).toHaveCount(0);
  await removeButton(page).click();
  await expect(device(page)).toContainText('Berkas model tidak tersimpan');
  await expect(device(page)).toContainText(/memakai 0,0\sMB/);
  expect(await modelCaches(page)).toEqual([]);
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
  await pilah.sort(samplePath('metal-1.jpg'));
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  await expect(device(page)).toContainText('Berkas model tidak tersimpan');
  site.requests.length = 0;
  await fetchButton(page).click();
  await expect(device(page)).toContainText('Semua berkas model tersimpan');
  expect(site.requests.filter(isShard)).toHaveLength(SHARD_COUNT);
});

test('a model that was removed is offered at the next visit, not downloaded', async ({
  page,
  site,
}) => {
  const pilah = await openPilah(page, './#/model');
  expect(await kept(pilah)).toBe('stored');
  await removeButton(page).click();
  await expect(device(page)).toContainText('Berkas model tidak tersimpan');
  site.requests.length = 0;
  await page.reload();
  await expect(pilah.engine).toContainText('Anda menghapus model dari perangkat ini.');
  expect(site.requests.filter(isShard)).toEqual([]);
  await downloadButton(page).click();
  expect(await kept(pilah)).toBe('stored');
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
});

/** Four shards come; the others begin and wait. */
async function openMidway(page: Page, site: FaultySite): Promise<PilahPage> {
  site.fault = (file, response) => {
    if (!isShard(file) || file < 'shard-04.bin') return false;
    response.writeHead(200, { 'Content-Length': 524_288 }).write('x');
    return true;
  };
  const pilah = await openPilah(page, './#/model');
  await expect.poll(() => keptShards(page)).toHaveLength(4);
  await expect(pilah.engine).toHaveAttribute('data-engine', 'downloading');
  return pilah;
}

test('the download is stopped, tells what is left, and goes on when asked', async ({
  page,
  site,
}) => {
  const pilah = await openMidway(page, site);
  await page.getByRole('button', { name: 'Hentikan unduhan' }).click();
  await expect(pilah.engine).toContainText(/Unduhan dihentikan\. Masih ada 2,1\sMB/);
  site.fault = () => false;
  site.requests.length = 0;
  await downloadButton(page).click();
  expect(await kept(pilah)).toBe('stored');
  expect(site.requests.filter(isShard)).toHaveLength(SHARD_COUNT - 4);
});

test('in the middle of the download the model is removed, and fetched again', async ({
  page,
  site,
}) => {
  const pilah = await openMidway(page, site);
  await removeButton(page).click();
  await expect(pilah.engine).toHaveAttribute('data-engine', 'offered');
  expect(await modelCaches(page)).toEqual([]);
  site.fault = () => false;
  await fetchButton(page).click();
  expect(await kept(pilah)).toBe('stored');
  expect(await keptShards(page)).toHaveLength(SHARD_COUNT);
});

test('offline the model is removed; that it cannot be fetched is told, and it comes with the connection', async ({
  page,
  context,
}) => {
  const pilah = await openPilah(page, './#/model');
  expect(await kept(pilah)).toBe('stored');
  await context.setOffline(true);
  await removeButton(page).click();
  await expect(device(page)).toContainText('Berkas model tidak tersimpan');
  await fetchButton(page).click();
  await expect(device(page)).toContainText('Berkas model tidak dapat diunduh.');
  await context.setOffline(false);
  await expect(device(page)).toContainText('Semua berkas model tersimpan', { timeout: 30_000 });
});

test('the browser is asked to keep the model for good after the first answer, not before', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { persist } = StorageManager.prototype;
    StorageManager.prototype.persist = function () {
      document.documentElement.dataset.persist = 'asked';
      return persist.call(this);
    };
  });
  const pilah = await openPilah(page);
  expect(await kept(pilah)).toBe('stored');
  const root = page.locator('html');
  await expect(root).not.toHaveAttribute('data-persist');
  await pilah.sort(samplePath('metal-1.jpg'));
  await expect(root).toHaveAttribute('data-persist', 'asked');
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  const isPersisted = await page.evaluate(() => navigator.storage.persisted());
  await expect(device(page)).toContainText(
    isPersisted ? 'Browser berjanji tidak menghapusnya' : 'Browser boleh menghapusnya',
  );
});

async function saveData(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
}

test('where data is to be saved the size is told first; a photo waits for the yes, which is remembered', async ({
  page,
  context,
  site,
}) => {
  await saveData(context, page);
  const pilah = await openPilah(page);
  await expect(pilah.engine).toContainText(/menunggu Anda: 4,2\sMB, sekali saja/);
  await pilah.choose(samplePath('metal-1.jpg'));
  await pilah.classifyButton.click();
  await expect(page.getByRole('main')).toContainText('Foto Anda menunggu');
  expect(site.requests.filter(isShard)).toEqual([]);
  await downloadButton(page).click();
  await expect(pilah.card).toHaveAttribute('data-class', 'metal', { timeout: 60_000 });
  expect(await kept(pilah)).toBe('stored');
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
  expect((await pilah.statuses()).some(({ kind }) => kind === 'offered')).toBe(false);
});

test('where data is to be saved a model that is kept already asks nothing', async ({
  page,
  context,
}) => {
  const pilah = await openPilah(page);
  expect(await kept(pilah)).toBe('stored');
  await saveData(context, page);
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
  expect(await page.evaluate(() => Reflect.get(navigator, 'connection').saveData)).toBe(true);
  expect((await pilah.statuses()).some(({ kind }) => kind === 'offered')).toBe(false);
});
