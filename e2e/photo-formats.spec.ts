/** Odd but honest photos are sorted like their plain twins; bad-photos.spec.ts has the others and the broken ones. */
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { flatPng, jpegPhoto, pngPhoto, sampleImage, transparentPng } from './photos';
import { test } from './pilah-test';

const TOLERANCE = 0.02;

test('a transparent PNG is seen on white', async ({ pilah }) => {
  const png = await transparentPng();
  const onWhite = await sharp(png).flatten({ background: '#fff' }).png().toBuffer();
  const expected = await pilah.sort(pngPhoto(onWhite));
  const answer = await pilah.sort(pngPhoto(png));
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
