/** Photos for the specs: the shipped samples, and odd files made from one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { Photo } from './pilah-page';

const SAMPLES = fileURLToPath(new URL('../public/samples/', import.meta.url));

export const sampleFiles: readonly string[] = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.jpg'))
  .sort();

export function samplePath(file: string): string {
  return SAMPLES + file;
}

export function jpegPhoto(buffer: Buffer, name = 'photo.jpg'): Photo {
  return { name, mimeType: 'image/jpeg', buffer };
}

export function pngPhoto(buffer: Buffer, name = 'photo.png'): Photo {
  return { name, mimeType: 'image/png', buffer };
}

export function sampleBytes(file: string): Buffer {
  return readFileSync(samplePath(file));
}

/** Not square and not symmetric, so that a wrong turn shows in the answer. */
export function sampleImage(file = 'glass-3.jpg'): Sharp {
  return sharp(sampleBytes(file));
}

/** Stored turned or mirrored, with the EXIF orientation that undoes it: upright it is always the same picture. */
export async function exifPhoto(orientation: number): Promise<Photo> {
  const upright = await sampleImage().png().toBuffer();
  const stored = await turned(upright, orientation);
  const buffer = await sharp(stored)
    .withMetadata({ orientation })
    .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return jpegPhoto(buffer, `orientation-${orientation}.jpg`);
}

/** The inverse of what a viewer does for each orientation: EXIF 2.32, table 6. */
async function turned(png: Buffer, orientation: number): Promise<Buffer> {
  const turn = (angle: number) => sharp(png).rotate(angle).png().toBuffer();
  switch (orientation) {
    case 1:
      return png;
    case 2:
      return sharp(png).flop().png().toBuffer();
    case 3:
      return turn(180);
    case 4:
      return sharp(png).flip().png().toBuffer();
    case 5:
      return sharp(await turn(90))
        .flop()
        .png()
        .toBuffer();
    case 6:
      return turn(270);
    case 7:
      return sharp(await turn(270))
        .flop()
        .png()
        .toBuffer();
    case 8:
      return turn(90);
    default:
      throw new RangeError(`no EXIF orientation ${orientation}`);
  }
}

/** The sample's middle on a transparent ground. */
export async function transparentPng(): Promise<Buffer> {
  const object = await sampleImage().resize(200, 200, { fit: 'fill' }).png().toBuffer();
  const canvas = { width: 320, height: 320, channels: 4, background: '#0000' } as const;
  return sharp({ create: canvas })
    .composite([{ input: object }])
    .png()
    .toBuffer();
}

export function flatPng(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#567' } })
    .png()
    .toBuffer();
}

/** As phones make them: 12 megapixels. */
export function phonePhoto(): Promise<Buffer> {
  return sampleImage('metal-1.jpg')
    .resize(4000, 3000, { fit: 'fill' })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** Files that are no JPEG and no PNG by their bytes, whatever name and type they claim. */
export async function refusedPhotos(): Promise<Record<string, Photo>> {
  const small = sampleImage().resize(64, 64);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
  return {
    'HTML called .png': pngPhoto(Buffer.from('<!doctype html><title>x</title>'), 'page.png'),
    WebP: { name: 'a.webp', mimeType: 'image/webp', buffer: await small.clone().webp().toBuffer() },
    'WebP called .jpg': jpegPhoto(await small.clone().webp().toBuffer()),
    GIF: { name: 'a.gif', mimeType: 'image/gif', buffer: await small.clone().gif().toBuffer() },
    SVG: { name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) },
    HEIC: { name: 'a.heic', mimeType: 'image/heic', buffer: heic },
    'HEIC called .jpg': jpegPhoto(heic),
    'an empty file': jpegPhoto(Buffer.alloc(0)),
  };
}
