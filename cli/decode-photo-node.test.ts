import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inkJpeg } from '../e2e/photo-surgery';
import { sampleImage } from '../e2e/photos';
import { decodePhotoBytes, decodePhotoFile } from './decode-photo-node';

type Rgb = readonly [number, number, number];

const RED: Rgb = [220, 30, 40];
const BLUE: Rgb = [20, 60, 210];

/** A flat JPEG of 8 x 8 pixels, which Chromium 156 draws as rgb(211, 15, 140). */
const CMYK_WITHOUT_PROFILE =
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSI' +
  'ZW13e4GCgU5gjZeMfZZzfoF8/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAYF/8QAFBAB' +
  'AAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwBkJqBE/9k=';

/** 60 x 40, its left half red and its right half blue. */
function redAndBlue(): Sharp {
  const rgb = Buffer.alloc(60 * 40 * 3);
  for (let pixel = 0; pixel < 60 * 40; pixel += 1) {
    rgb.set(pixel % 60 < 30 ? RED : BLUE, pixel * 3);
  }
  return sharp(rgb, { raw: { width: 60, height: 40, channels: 3 } });
}

describe('decodePhotoBytes', () => {
  /** EXIF: what has to be done to the stored picture so that red stands on the left again. */
  it.each([
    [1, (upright: Sharp) => upright],
    [2, (upright: Sharp) => upright.flop()],
    [3, (upright: Sharp) => upright.rotate(180)],
    [4, (upright: Sharp) => upright.flip()],
    [5, (upright: Sharp) => upright.rotate(270).flop()],
    [6, (upright: Sharp) => upright.rotate(270)],
    [7, (upright: Sharp) => upright.rotate(90).flop()],
    [8, (upright: Sharp) => upright.rotate(90)],
  ])('turns EXIF orientation %i upright', async (orientation, store) => {
    const stored = await store(redAndBlue()).png().toBuffer();
    const bytes = await sharp(stored).withMetadata({ orientation }).jpeg().toBuffer();
    const image = await decodePhotoBytes(bytes);
    expect([image.width, image.height]).toEqual([60, 40]);
    expectNear(pixelAt(image, 5, 20), RED, 12);
    expectNear(pixelAt(image, 55, 20), BLUE, 12);
  });

  it('lays transparency on white', async () => {
    const half = { r: 200, g: 100, b: 0, alpha: 0.5 };
    const bytes = await sharp({ create: { width: 4, height: 4, channels: 4, background: half } })
      .png()
      .toBuffer();
    const image = await decodePhotoBytes(bytes);
    expectNear(pixelAt(image, 1, 1), [228, 178, 128], 1);
    expect(image.data[3]).toBe(255);
  });

  it.each([
    ['greyscale JPEG', () => flat('#777').greyscale().jpeg().toBuffer(), 2],
    ['greyscale PNG', () => flat('#777').greyscale().png().toBuffer(), 0],
    ['16-bit PNG', () => flat('#777').toColourspace('rgb16').png().toBuffer(), 1],
    ['PNG with a palette', () => flat('#777').png({ palette: true }).toBuffer(), 1],
    ['progressive JPEG', () => flat('#777').jpeg({ progressive: true }).toBuffer(), 2],
  ])('decodes a %s to 8-bit RGBA', async (_, make, tolerance) => {
    const image = await decodePhotoBytes(await make());
    expect(image.data).toHaveLength(16 * 16 * 4);
    expectNear(pixelAt(image, 8, 8), [0x77, 0x77, 0x77], tolerance);
  });

  it('mixes CMYK without a profile as Chromium does', async () => {
    const image = await decodePhotoBytes(Buffer.from(CMYK_WITHOUT_PROFILE, 'base64'));
    expectNear(pixelAt(image, 4, 4), [211, 15, 140], 1);
  });

  it.each(['cmyk', 'ycck'] as const)('gives %s ink the colours of the photo', async (kind) => {
    const { data } = await decodePhotoBytes(await inkJpeg(kind));
    const plain = await sampleImage().ensureAlpha().raw().toBuffer();
    const difference = data.reduce((sum, value, at) => sum + Math.abs(value - (plain[at] ?? 0)), 0);
    expect(difference / data.length).toBeLessThan(2);
  });

  it('decodes very long photos', async () => {
    const bytes = await sharp({
      create: { width: 20_000, height: 200, channels: 3, background: '#123456' },
    })
      .png()
      .toBuffer();
    const { width, height } = await decodePhotoBytes(bytes);
    expect([width, height]).toEqual([20_000, 200]);
  });

  it('calls a photo damaged when its pixels cannot be decoded', async () => {
    const png = await redAndBlue().png().toBuffer();
    const broken = Buffer.from(png).fill(0, 60, png.length - 12);
    await expect(decodePhotoBytes(broken)).rejects.toMatchObject({ code: 'photo-damaged' });
    const cut = png.subarray(0, png.length - 20);
    await expect(decodePhotoBytes(cut)).rejects.toMatchObject({ code: 'photo-damaged' });
  });
});

describe('decodePhotoFile', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilah-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('believes bytes, not names', async () => {
    const path = join(folder, 'photo.txt');
    await writeFile(path, await redAndBlue().jpeg().toBuffer());
    await expect(decodePhotoFile(path)).resolves.toMatchObject({ width: 60, height: 40 });
    const page = join(folder, 'page.png');
    await writeFile(page, '<p>no photo</p>');
    await expect(decodePhotoFile(page)).rejects.toMatchObject({ code: 'not-jpeg-or-png' });
  });

  it('says that a missing file and a folder cannot be read', async () => {
    const unreadable = { code: 'file-unreadable' };
    await expect(decodePhotoFile(join(folder, 'none.jpg'))).rejects.toMatchObject(unreadable);
    await expect(decodePhotoFile(folder)).rejects.toMatchObject(unreadable);
  });

  it('says that an empty file is no photo', async () => {
    const path = join(folder, 'empty.jpg');
    await writeFile(path, '');
    await expect(decodePhotoFile(path)).rejects.toMatchObject({ code: 'not-jpeg-or-png' });
  });
});

function flat(background: string): Sharp {
  return sharp({ create: { width: 16, height: 16, channels: 3, background } });
}

function pixelAt(
  image: { data: Uint8ClampedArray; width: number },
  x: number,
  y: number,
): number[] {
  const start = (y * image.width + x) * 4;
  return [...image.data.subarray(start, start + 3)];
}

function expectNear(found: readonly number[], expected: Rgb, tolerance: number): void {
  const difference = Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? 0))));
  expect(difference, `${found.join()} instead of ${expected.join()}`).toBeLessThanOrEqual(
    tolerance,
  );
}
