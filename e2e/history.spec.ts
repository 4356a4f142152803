/** The history: what is kept of each answer, found again, corrected, deleted with a way back. */
import { expect } from '@playwright/test';
import sharp from 'sharp';
import {
  expectKept,
  expectSaid,
  openHistory,
  openHistoryWith,
  rows,
  someEntries,
  stored,
  toHistory,
  toSorting,
} from './history-page';
import { exifPhoto, samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

test('each answer is kept: small picture, kind, probability, verdict, time; of the table and of the queue, each once', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  const before = Date.now();
  const answer = await pilah.sort(samplePath('battery-1.jpg'));
  await pilah.chooser.setInputFiles(['glass-3.jpg', 'other-1.jpg'].map(samplePath));
  await pilah.classifyButton.first().click();
  await expect(page.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 60_000 });
  // Opened only: that is no new answer.
  await page.getByRole('option').first().click();
  await expect(pilah.card).toHaveAttribute('data-class', 'glass');
  await toHistory(page);
  await expectKept(page, 3);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(0)).toContainText('Bukan limbah');
  await expect(rows(page).nth(1)).toContainText('Kaca');
  await expect(rows(page).nth(2)).toContainText('Baterai');
  await expect(rows(page).nth(2)).toContainText(String(new Date().getFullYear()));
  const { entries } = await stored(page);
  const [first] = entries;
  expect(first).toMatchObject({ answer: 'battery', verdict: answer.verdict, id: 1 });
  expect(first?.probability).toBeCloseTo(answer.probability, 6);
  expect(first?.timeMs).toBeGreaterThanOrEqual(before);
  expect(first?.timeMs).toBeLessThanOrEqual(Date.now());
  for (const row of await rows(page).all()) {
    await expect(row.locator('img')).toHaveJSProperty('naturalWidth', 96);
  }
});

test('a small picture is upright, at most 96 pixels a side, and of the whole photo', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  for (const orientation of [1, 6]) await pilah.sort(await exifPhoto(orientation));
  await toHistory(page);
  await expectKept(page, 2);
  const [upright = '', turned = ''] = (await stored(page)).pictures;
  const [one, other] = await Promise.all(
    [upright, turned].map((bytes) =>
      sharp(Buffer.from(bytes, 'latin1')).raw().toBuffer({ resolveWithObject: true }),
    ),
  );
  if (!one || !other) throw new Error('two were sorted');
  expect(Math.max(one.info.width, one.info.height)).toBe(96);
  expect([other.info.width, other.info.height]).toEqual([one.info.width, one.info.height]);
  const difference = one.data.reduce(
    (sum, value, index) => sum + Math.abs(value - (other.data[index] ?? 0)),
    0,
  );
  expect(difference / one.data.length).toBeLessThan(6);
});

test('search by kind and by date; what is found is counted and said', async ({ page }) => {
  await openHistoryWith(page, await someEntries());
  await page.getByLabel('Jenis', { exact: true }).selectOption('glass');
  await expectSaid(page, '2 jawaban cocok.');
  await expect(rows(page)).toHaveCount(2);
  // Of the first it was the answer, of the second a person said so.
  await expect(rows(page).nth(0)).toContainText(/Logam.*Menurut Anda: Kaca/);
  await page.getByLabel('Jenis', { exact: true }).selectOption('metal');
  await expectSaid(page, '1 jawaban cocok.');
  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await expect(rows(page)).toHaveCount(4);
  await page.getByLabel('Dari tanggal').fill('2026-03-02');
  await page.getByLabel('Sampai tanggal').fill('2026-03-03');
  await expectSaid(page, '2 jawaban cocok.');
  await page.getByLabel('Dari tanggal').fill('2026-03-05');
  await expectSaid(page, '0 jawaban cocok.');
  await expect(rows(page)).toHaveCount(0);
});

test('statistics as plots per kind, per week and per bin, each with a table; they count what is found', async ({
  page,
}) => {
  await openHistoryWith(page, await someEntries());
  const plot = (name: string) => page.getByRole('figure', { name });
  const cells = async (name: string) => {
    await expect(plot(name).getByRole('img', { name })).toBeVisible();
    await plot(name).locator('summary').click();
    const found = await plot(name).getByRole('row').allInnerTexts();
    return found.slice(1).map((row) => row.replace(/\s+/g, ' ').trim());
  };
  const kinds = await cells('Per jenis');
  // A correction counts as what it says.
  expect(kinds.filter((row) => !row.endsWith(' 0')).sort()).toEqual([
    'Bukan limbah 1',
    'Kaca 2',
    'Kertas 1',
  ]);
  expect(await cells('Per minggu')).toEqual([
    expect.stringMatching(/1 Mar.* 1$/),
    expect.stringMatching(/2.*8 Mar.* 3$/),
  ]);
  expect((await cells('Per tempat sampah')).filter((row) => !row.endsWith(' 0'))).toEqual([
    expect.stringMatching(/3$/),
  ]);
  await page.locator('search select').selectOption('glass');
  await expect(plot('Per jenis')).toContainText('Terbanyak: Kaca (2)');
  await expect(plot('Per jenis')).not.toContainText('Kertas 1');
});

test('newest first, whatever the order they came in', async ({ page }) => {
  await openHistoryWith(page, (await someEntries()).toReversed());
  await expect(rows(page).nth(0)).toContainText('4 Mar 2026');
  await expect(rows(page).nth(3)).toContainText('1 Mar 2026');
});

test('an answer is corrected here, both are shown, and the correction can be taken back', async ({
  page,
}) => {
  await openHistoryWith(page, await someEntries());
  const row = rows(page).nth(3);
  await row.getByLabel('Yang benar').click();
  await page.keyboard.press('Escape');
  await row.getByLabel('Yang benar').selectOption('metal');
  await expect(row).toContainText(/Kaca.*Menurut Anda: Logam/);
  await page.reload();
  await expect(row).toContainText('Menurut Anda: Logam');
  await row.focus();
  await row.getByLabel('Yang benar').selectOption('glass');
  await expect(row).not.toContainText('Menurut Anda');
  // Not waste is no kind: whoever names one corrects, whichever it is.
  await rows(page).nth(0).focus();
  await rows(page).nth(0).getByLabel('Yang benar').selectOption('metal');
  await expect(rows(page).nth(0)).toContainText(/Bukan limbah.*Menurut Anda: Logam/);
});

test('one is deleted and comes back as it was; the focus goes to the next and back', async ({
  page,
}) => {
  await openHistoryWith(page, await someEntries());
  const before = await stored(page);
  await rows(page).nth(1).getByRole('button', { name: 'Hapus jawaban ini' }).click();
  await expectSaid(page, '1 jawaban dihapus.');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(1)).toBeFocused();
  await expect(rows(page).nth(1)).toContainText('2 Mar 2026');
  expect((await stored(page)).entries).toHaveLength(3);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expectSaid(page, '1 jawaban dikembalikan.');
  await expect(rows(page).nth(1)).toBeFocused();
  await expect(rows(page).nth(1)).toContainText('3 Mar 2026');
  expect(await stored(page)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Urungkan' })).toHaveCount(0);
});

test('keys lead through the list, and Delete deletes', async ({ page }) => {
  await openHistoryWith(page, await someEntries());
  await rows(page).nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows(page).nth(3)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(rows(page).nth(2)).toBeFocused();
  // One row's controls are in the way of the Tab key, not those of all.
  await page.keyboard.press('Tab');
  await expect(rows(page).nth(2).getByLabel('Yang benar')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('feed').locator(':focus')).toHaveCount(0);
});

test('all are deleted without a question and come back as they were; leaving the screen lets them go', async ({
  page,
}) => {
  await openHistoryWith(page, await someEntries());
  const before = await stored(page);
  await page.getByRole('button', { name: 'Hapus semua' }).click();
  await expectSaid(page, '4 jawaban dihapus.');
  await expectKept(page, 0);
  expect(await stored(page)).toEqual({ entries: [], pictures: [] });
  const undo = page.getByRole('button', { name: 'Urungkan' });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expectKept(page, 4);
  await expect(rows(page).nth(0)).toBeFocused();
  expect(await stored(page)).toEqual(before);
  await page.getByRole('button', { name: 'Hapus semua' }).click();
  await expectKept(page, 0);
  await page.getByRole('link', { name: 'Panduan' }).click();
  await toHistory(page);
  await expectKept(page, 0);
  await expect(undo).toHaveCount(0);
});

test('an empty history invites to sort a photo, and says where it is kept', async ({ page }) => {
  await openHistory(page);
  await expectKept(page, 0);
  await expect(page.getByText('hanya ada di perangkat ini')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Pengaturan' })).toHaveAttribute(
    'href',
    '#/settings',
  );
  await page.getByRole('link', { name: 'Pilah sebuah foto' }).click();
  await expect(page.getByRole('button', { name: 'Pilih foto' })).toBeVisible();
});

test('switched off, nothing is kept, and the screen says so', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('pilah.keep-history', 'off'));
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('glass-3.jpg'));
  await toHistory(page);
  await expectKept(page, 0);
  await expect(page.getByText('Riwayat sedang dimatikan')).toBeVisible();
  expect((await stored(page)).entries).toEqual([]);
});

test('two tabs keep answers at once, and each sees those of the other', async ({ page }) => {
  const other = await page.context().newPage();
  const tabs = [await openPilah(page), await openPilah(other)];
  await openHistory(page);
  await expectKept(page, 0);
  await tabs[1]?.sort(samplePath('metal-1.jpg'));
  await expectKept(page, 1);
  await toHistory(other);
  await toSorting(page);
  await toSorting(other);
  await Promise.all(tabs.map((tab) => tab.sort(samplePath('glass-3.jpg'))));
  await toHistory(page);
  await toHistory(other);
  await expectKept(page, 3);
  await expectKept(other, 3);
  await rows(page).nth(0).getByRole('button', { name: 'Hapus jawaban ini' }).click();
  await expectKept(other, 2);
});

test('object URLs of small pictures are freed', async ({ page }) => {
  await page.addInitScript(() => {
    const held = new Set<string>();
    Object.assign(window, { heldUrls: held });
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (object) => {
      const url = createObjectURL(object);
      held.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      held.delete(url);
      revokeObjectURL(url);
    };
  });
  await openHistoryWith(page, await someEntries());
  await expect(rows(page).locator('img')).toHaveCount(4);
  expect(await page.evaluate('heldUrls.size')).toBe(4);
  await page.getByRole('link', { name: 'Panduan' }).click();
  await expect(rows(page)).toHaveCount(0);
  expect(await page.evaluate('heldUrls.size')).toBe(0);
});
