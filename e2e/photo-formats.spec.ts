/** Odd but honest photos are sorted like their plain twins; broken ones end in a sentence. */
import { expect } from '@playwright/test';
import sharp from 'sharp';
import {
  cutOffPhoto,
  exifPhoto,
  flatPng,
  jpegPhoto,
  pngPhoto,
  sampleImage,
  samplePath,
  transparentPng,
} from './photos';
import { test } from './pilah-test';

const TOLERANCE = 0.02;

test('the eight EXIF orientations of one picture get one answer', async ({ pilah }) => {
  const upright = await pilah.sort(await exifPhoto(1));
  for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
    await test.step(`orientation ${orientation}`, async () => {
      const answer = await pilah.sort(await exifPhoto(orientation));
      expect(answer.classId).toBe(upright.classId);
      expect(Math.abs(answer.probability - upright.probability)).toBeLessThan(TOLERANCE);
    });
  }
});

test('a transparent PNG is seen on white', async ({ pilah }) => {
  const png = await transparentPng();
  const onWhite = await sharp(png).flatten({ background: '#fff' }).png().toBuffer();
  const expected = await pilah.sort(pngPhoto(onWhite));
  const answer = await pilah.sort(pngPhoto(png));
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(TOLERANCE);
});

test('a PNG of 16 bits a channel is sorted like one of 8', async ({ pilah }) => {
  const deep = await sampleImage().toColourspace('rgb16').png().toBuffer();
  expect((await sharp(deep).metadata()).depth).toBe('ushort');
  const expected = await pilah.sort(samplePath('glass-3.jpg'));
  const answer = await pilah.sort(pngPhoto(deep));
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(TOLERANCE);
});

test('a greyscale JPEG is sorted like the same greys in colour', async ({ pilah }) => {
  const grey = await sampleImage().toColourspace('b-w').jpeg({ quality: 98 }).toBuffer();
  expect((await sharp(grey).metadata()).channels).toBe(1);
  const colour = await sharp(grey).toColourspace('srgb').png().toBuffer();
  const expected = await pilah.sort(pngPhoto(colour));
  const answer = await pilah.sort(jpegPhoto(grey));
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(TOLERANCE);
});

test('a CMYK JPEG is sorted as what it shows', async ({ pilah }) => {
  const cmyk = await sampleImage('metal-1.jpg')
    .toColourspace('cmyk')
    .jpeg({ quality: 98 })
    .toBuffer();
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
  const expected = await pilah.sort(samplePath('metal-1.jpg'));
  const answer = await pilah.sort(jpegPhoto(cmyk));
  expect(answer.classId).toBe(expected.classId); // print colours differ, so the number may too
});

for (const [width, height] of [
  [1, 1],
  [20_000, 200],
  [200, 20_000],
] as const) {
  test(`a photo of ${width} x ${height} pixels gets an answer`, async ({ pilah }) => {
    const answer = await pilah.sort(pngPhoto(await flatPng(width, height)));
    expect(answer.probability).toBeGreaterThan(1 / 9 - 1e-6);
    expect(answer.probability).toBeLessThanOrEqual(1);
  });
}

test('a JPEG that was cut off ends in a sentence, and the next photo works', async ({ pilah }) => {
  await pilah.choose(cutOffPhoto());
  if (await pilah.alert.isHidden()) await pilah.classifyButton.click();
  await expect(pilah.alert).toContainText(/rusak|terpotong|tidak utuh|tidak lengkap/i);
  const answer = await pilah.sort(samplePath('glass-3.jpg'));
  expect(answer.probability).toBeGreaterThan(0);
});
