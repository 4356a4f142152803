import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { withScans } from '../../e2e/photo-surgery';
import { checkPhoto, MAX_PHOTO_PIXELS } from './check-photo';

const png = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();

/** 10 megapixels, in ten scans. */
const large = await sharp({
  create: { width: 5000, height: 2000, channels: 3, background: '#fff' },
})
  .jpeg({ progressive: true })
  .toBuffer();

describe('checkPhoto', () => {
  it('lets a whole photo pass with its format and size', () => {
    expect(checkPhoto(png)).toEqual({ format: 'png', width: 3, height: 2 });
  });

  it('lets a photo of many scans pass that is not large', () => {
    expect(checkPhoto(withScans(large, 230))).toMatchObject({ width: 5000, height: 2000 });
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'not-jpeg-or-png'],
    ['a page', Buffer.from('<!doctype html><p>photo.png</p>'), 'not-jpeg-or-png'],
    ['a GIF', Buffer.from('GIF89a'), 'not-jpeg-or-png'],
    ['a cut-off file', png.subarray(0, png.length - 1), 'photo-damaged'],
    ['a file of signature only', png.subarray(0, 8), 'photo-damaged'],
    [
      'more pixels than allowed',
      withSize(png, 12_001, MAX_PHOTO_PIXELS / 12_000),
      'photo-too-large',
    ],
    ['a large picture that is gone through too often', withScans(large, 240), 'photo-too-large'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => checkPhoto(bytes)).toThrow(expect.objectContaining({ code }));
  });
});

/** The size is believed from the header alone, so the pixels need not be there. */
function withSize(bytes: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}
