/** One result, to others: as words, as a picture, through the device's share sheet. */
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

test('a result is copied as text: kind, certainty, bin and three steps', async ({ pilah }) => {
  const { page } = pilah;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await pilah.sort(samplePath('battery-1.jpg'));
  await pilah.card.getByRole('button', { name: 'Salin sebagai teks' }).click();
  await expect(pilah.card.getByText('Sudah disalin.')).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^Baterai \(> 99\s?%\)$/);
  expect(lines[1]).toContain('merah');
  expect(lines[2]).toMatch(/^1\. \S/);
  expect(lines[4]).toMatch(/^3\. \S/);
});

test('a result is saved as a picture of its own, without the photo’s metadata', async ({
  pilah,
}) => {
  const withPlace = await sharp(samplePath('battery-1.jpg'))
    .withExif({ IFD3: { GPSLatitude: '6/1 10/1 0/1', GPSLatitudeRef: 'S' } })
    .toBuffer();
  expect((await sharp(withPlace).metadata()).exif).toBeDefined();
  await pilah.sort({ name: 'place.jpg', mimeType: 'image/jpeg', buffer: withPlace });
  const download = pilah.page.waitForEvent('download');
  await pilah.card.getByRole('button', { name: 'Simpan sebagai gambar' }).click();
  const picture = await readFile(await (await download).path());
  const { format, width, height, exif } = await sharp(picture).metadata();
  expect({ format, width, exif }).toEqual({ format: 'jpeg', width: 1080, exif: undefined });
  expect(height).toBeGreaterThan(810 + 3 * 64);
  // The photo above, dark words on light paper below.
  const below = { left: 0, top: 820, width: 1080, height: (height ?? 0) - 830 };
  const { channels } = await sharp(picture).extract(below).greyscale().stats();
  expect(channels[0]?.max).toBeGreaterThan(230);
  expect(channels[0]?.min).toBeLessThan(80);
});

test('the share sheet gets the words and the picture; leaving it says nothing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    navigator.canShare = () => true;
    navigator.share = async ({ text, files } = {}) => {
      shared.push({ text, types: files?.map(({ type }) => type) });
      throw new DOMException('left', 'AbortError');
    };
  });
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('battery-1.jpg'));
  await pilah.card.getByRole('button', { name: 'Bagikan' }).click();
  const shared = () => page.evaluate(() => (window as unknown as { shared: unknown[] }).shared);
  await expect.poll(shared).toHaveLength(1);
  expect(await shared()).toEqual([
    { text: expect.stringContaining('Baterai'), types: ['image/jpeg'] },
  ]);
  await expect(pilah.card.getByText('Tidak berhasil')).toBeHidden();
});
