/** Settings: each line changes what it says, at once, and is kept. */
import { expect, type Page } from '@playwright/test';
import { openHistory, rows } from './history-page';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

const SETTINGS = './#/settings';

test('language: as the browser has it, or one of ours', async ({ page }) => {
  await openPilahWithoutModel(page, SETTINGS);
  const language = page.getByLabel('Bahasa', { exact: true }).and(page.locator('select'));
  await expect(language).toHaveValue('auto');
  await language.selectOption('en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.locator('select').first().selectOption('auto');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pengaturan');
});

test('theme: as the device has it, light or dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPilahWithoutModel(page, SETTINGS);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.getByLabel('Tampilan', { exact: true }).selectOption('dark');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Tampilan', { exact: true }).selectOption('auto');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(html).toHaveAttribute('data-theme', 'dark');
});

test('classify at once: a photo, a sample and several photos are sorted without the button', async ({
  page,
}) => {
  const pilah = await openPilah(page, SETTINGS);
  await page.getByRole('checkbox', { name: 'Langsung pilah' }).check();
  await toSorting(page);
  await pilah.choose(samplePath('glass-1.jpg'));
  await expect(pilah.card).toHaveAttribute('data-class', 'glass');
  await page.locator('[data-sample="metal-1.jpg"]').click();
  await expect(pilah.card).toHaveAttribute('data-class', 'metal');
  await pilah.chooser.setInputFiles(['battery-1.jpg', 'paper-1.jpg'].map(samplePath));
  await expect(page.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 60_000 });
});

test('keep history: off, and later answers are not kept; what is there stays', async ({ page }) => {
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('glass-1.jpg'));
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('main').getByRole('link', { name: 'Pengaturan' }).click();
  await page.getByRole('checkbox', { name: 'Simpan riwayat' }).uncheck();
  await toSorting(page);
  await pilah.sort(samplePath('metal-1.jpg'));
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Kaca');
});

test('threads: fewer threads are used when asked for, and the choice is kept', async ({ page }) => {
  const pilah = await openPilah(page, SETTINGS);
  const { backend } = await pilah.ready();
  expect(backend.threads).toBeGreaterThan(1);
  await page.getByLabel('Inti prosesor').selectOption('1');
  await expect.poll(async () => (await lastReady(pilah))?.backend.threads).toBe(1);
  await page.reload();
  expect((await pilah.ready()).backend.threads).toBe(1);
  await expect(page.getByLabel('Inti prosesor')).toHaveValue('1');
});

test('backend: another way to compute is taken at once, and kept', async ({ page }) => {
  const pilah = await openPilah(page, SETTINGS);
  expect((await pilah.ready()).backend.reason).toBe('software-renderer');
  await page.getByLabel('Hitung dengan').selectOption('wasm');
  await expect.poll(async () => (await lastReady(pilah))?.backend.reason).toBe('requested');
  await page.reload();
  expect((await pilah.ready()).backend).toMatchObject({ name: 'wasm', reason: 'requested' });
  await expect(page.getByLabel('Hitung dengan')).toHaveValue('wasm');
});

test('storage: what is used is told, the model removed and fetched again', async ({ page }) => {
  const pilah = await openPilah(page, SETTINGS);
  await pilah.ready();
  const device = page.getByTestId('device');
  await expect(device).toContainText('Semua berkas model tersimpan di perangkat ini');
  await expect(device).toContainText(/Pilah memakai [\d,.]+ MB dari [\d,.]+ GB/);
  await page.getByRole('button', { name: 'Hapus model dari perangkat ini' }).click();
  await expect(device).toContainText('tidak tersimpan di perangkat ini');
  await page.getByRole('button', { name: 'Ambil lagi' }).click();
  await expect(device).toContainText('Semua berkas model tersimpan di perangkat ini');
});

test('delete all: asked twice; history, lessons, choices and model are gone, and the page works on', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('battery-3.jpg'));
  await page.getByRole('button', { name: 'Ini salah' }).click();
  await pilah.card.getByRole('button', { name: 'Baterai', exact: true }).click();
  await page.getByRole('button', { name: 'Ya, ajari Pilah saya' }).click();
  await expect(pilah.card).toContainText('Pilah sudah belajar dari ini.');
  await page.getByRole('link', { name: 'Pengaturan' }).click();
  await page.getByLabel('Tampilan', { exact: true }).selectOption('dark');
  await page.getByRole('button', { name: 'Hapus semuanya' }).click();
  await page.getByRole('button', { name: 'Tidak', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('1 pelajaran.');
  await page.getByRole('button', { name: 'Hapus semuanya' }).click();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Ya, hapus semuanya' }).click();
  await reloaded;
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.getByRole('checkbox', { name: 'Belajar dari koreksi saya' })).not.toBeChecked();
  await expect(pilah.engine).toHaveAttribute('data-engine', 'offered');
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    weights: (
      await Promise.all(
        (
          await caches.keys()
        ).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      )
    )
      .flat()
      .filter((url) => url.includes('.bin')),
    choices: Object.keys(localStorage),
  }));
  expect(kept).toEqual({ databases: [], weights: [], choices: ['pilah.download'] });
  await openHistory(page);
  await expect(page.getByText('Belum ada jawaban di sini')).toBeVisible();
});

test('version and what is new', async ({ page }) => {
  await openPilahWithoutModel(page, SETTINGS);
  await expect(page.getByRole('main')).toContainText(/Pilah \d+\.\d+\.\d+, model \d+/);
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Panduan');
});

async function toSorting(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
}

async function lastReady(pilah: Awaited<ReturnType<typeof openPilah>>) {
  const statuses = await pilah.statuses();
  return statuses.filter((status) => status.kind === 'ready').at(-1);
}
