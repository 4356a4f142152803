/** Many photos at once: they wait, are sorted one after another, are told by bin, and leave as files. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { refusedPhotos, sampleBytes, samplePath } from './photos';
import { openPilah, openPilahWithoutModel, type Photo } from './pilah-page';
import { test } from './pilah-test';

const SAMPLES = ['battery-1.jpg', 'glass-3.jpg', 'metal-1.jpg', 'paper-1.jpg', 'plastic-1.jpg'];

test('several photos are sorted by the same button, told by bin, and opened one by one', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await pilah.chooser.setInputFiles(SAMPLES.map(samplePath));
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  await expect(queue.getByRole('option')).toHaveCount(SAMPLES.length);
  await expect(queue.getByText('Selesai: 0 dari 5')).toBeVisible();
  await pilah.classifyButton.first().click();
  await expect(queue.getByText('Selesai: 5 dari 5')).toBeVisible({ timeout: 60_000 });
  await expect(queue.getByRole('status')).toHaveText('Semua 5 foto selesai.');
  await expect(queue.getByRole('option').first()).toContainText('Baterai');

  const totals = queue.getByRole('list', { name: 'Foto per tempat sampah' });
  const counts = (await totals.locator('strong.tabular-nums').allInnerTexts()).map(Number);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(SAMPLES.length);

  await queue.getByRole('option').first().click();
  await expect(pilah.card).toHaveAttribute('data-class', 'battery');
  await expect(pilah.preview).toBeVisible();
});

test('a file that is no photo fails by itself, is tried again, and the rest goes on', async ({
  page,
}) => {
  const html = (await refusedPhotos())['HTML called .png'];
  if (!html) throw new Error('no fixture');
  const pilah = await openPilah(page);
  await pilah.chooser.setInputFiles([html, photo('metal-1.jpg')]);
  await pilah.classifyButton.first().click();
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  await expect(queue.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 60_000 });
  await expect(queue.getByRole('option').first()).toContainText('Kita hanya menerima');
  await queue.getByRole('button', { name: 'Coba lagi 1 yang gagal' }).click();
  await expect(queue.getByRole('option').first()).toContainText('Kita hanya menerima');
  await expect(queue.getByRole('option').last()).toContainText('Logam');
});

test('five hundred photos are there at once, and only the rows on screen are drawn', async ({
  page,
}) => {
  const pilah = await openPilahWithoutModel(page);
  await expect(pilah.classifyButton).toBeVisible();
  const elapsedMs = await dropCopies(page, 500);
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  await expect(queue.getByRole('heading')).toHaveText('500 foto dalam antrean');
  const drawn = await queue.getByRole('option').count();
  expect(drawn).toBeGreaterThan(4);
  expect(drawn).toBeLessThan(40);
  expect(elapsedMs).toBeLessThan(1500);

  const list = queue.getByRole('listbox');
  await list.focus();
  await page.keyboard.press('End');
  await expect(active(list)).toContainText('499.jpg');
  await expect(active(list)).toHaveAttribute('aria-posinset', '500');
});

test('the keyboard goes through the list, opens a card and takes photos out', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await pilah.chooser.setInputFiles(SAMPLES.map(samplePath));
  const list = page.getByRole('listbox');
  await list.focus();
  await expect(active(list)).toContainText('battery-1.jpg');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(active(list)).toContainText('metal-1.jpg');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('option')).toHaveCount(4);
  await expect(active(list)).toContainText('paper-1.jpg');
  await page.keyboard.press('Enter');
  await expect(pilah.preview).toHaveAttribute('alt', /paper-1\.jpg/);

  await expect(page.getByText('buka kartunya')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByText('buka kartunya')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByText('buka kartunya')).toBeHidden();
});

test('a pause lets nothing new begin; going on ends it; stopping keeps what is done', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await pilah.ready();
  await dropCopies(page, 40);
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  await pilah.classifyButton.first().click();
  await expect(queue.getByText(/sekitar .* lagi/)).toBeVisible({ timeout: 60_000 });
  await queue.getByRole('button', { name: 'Jeda' }).click();
  await expect(queue.getByText('dijeda')).toBeVisible();
  await expect.poll(() => under(queue), { timeout: 30_000 }).toBe(0);
  const paused = (await pilah.results()).length;
  expect(paused).toBeLessThan(40);
  await page.waitForTimeout(1500);
  expect((await pilah.results()).length).toBe(paused);

  await queue.getByRole('button', { name: 'Lanjutkan' }).click();
  await expect
    .poll(async () => (await pilah.results()).length, { timeout: 30_000 })
    .toBeGreaterThan(paused);
  await queue.getByRole('button', { name: 'Hentikan' }).click();
  await expect(queue.getByRole('button', { name: 'Hentikan' })).toBeHidden();
  await expect(queue.getByText(/Selesai: \d+ dari 40/)).not.toHaveText('Selesai: 0 dari 40');
  await page.getByRole('link', { name: 'Panduan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Panduan sembilan jenis limbah');
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
  await queue.getByRole('button', { name: 'Kosongkan antrean' }).click();
  await expect(queue).toBeHidden();
  await expect(pilah.classifyButton).toBeVisible();
});

test('the answers leave as CSV, as JSON and on paper', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => Object.assign(window, { printed: document.body.innerText });
  });
  const pilah = await openPilah(page);
  await pilah.chooser.setInputFiles([photo('battery-1.jpg', '=1+1.jpg'), photo('metal-1.jpg')]);
  await pilah.classifyButton.first().click();
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  await expect(queue.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 60_000 });

  const csv = await downloaded(page, queue.getByRole('button', { name: /CSV/ }));
  expect(csv.name).toBe('pilah.csv');
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.bytes.toString()).toMatch(/\r\n'=1\+1\.jpg,battery,[01]\.\d{4},sure,hazardous,\r\n/);

  const json = await downloaded(page, queue.getByRole('button', { name: /JSON/ }));
  expect(JSON.parse(json.bytes.toString())).toMatchObject([
    { file: '=1+1.jpg', class: 'battery', verdict: 'sure' },
    { file: 'metal-1.jpg', class: 'metal' },
  ]);

  await page.emulateMedia({ media: 'print' });
  await queue.getByRole('button', { name: 'Cetak laporan' }).click({ force: true });
  await expect(page.locator('.printed-report table')).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.locator('.printed-report tbody tr')).toHaveCount(2);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.printed-report')).toHaveCount(0);
});

test('a whole folder is chosen on a desktop', async ({ page }) => {
  await openPilahWithoutModel(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Satu folder' }).click();
  expect(await (await chooser).element().getAttribute('webkitdirectory')).toBe('');
});

function photo(sample: string, name = sample): Photo {
  return { name, mimeType: 'image/jpeg', buffer: sampleBytes(sample) };
}

/** Copies of one sample, dropped beside the bin; how long until the page had drawn them. */
function dropCopies(page: Page, count: number): Promise<number> {
  const sample = sampleBytes('metal-1.jpg').toString('base64');
  return page.locator('footer').evaluate(
    async (target, { sample, count }) => {
      const bytes = Uint8Array.from(atob(sample), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      for (let index = 0; index < count; index++) {
        dataTransfer.items.add(new File([bytes], `${index}.jpg`, { type: 'image/jpeg' }));
      }
      const startMs = performance.now();
      target.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
      );
      while (!document.querySelector('[role=option]')) await new Promise(requestAnimationFrame);
      return performance.now() - startMs;
    },
    { sample, count },
  );
}

function active(list: Locator): Locator {
  return list.locator('[role=option][aria-selected=true]');
}

/** How many rows on screen are being worked on. */
function under(queue: Locator): Promise<number> {
  return queue.locator('[data-outcome=classifying]').count();
}

async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
