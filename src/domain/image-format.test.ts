import { describe, expect, it } from 'vitest';
import { sniffFormat } from './image-format';

const ascii = (text: string) => new TextEncoder().encode(text);

describe('sniffFormat', () => {
  it.each([
    ['JFIF', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]],
    ['Exif', [0xff, 0xd8, 0xff, 0xe1]],
    ['raw quantisation tables', [0xff, 0xd8, 0xff, 0xdb]],
  ])('knows a JPEG that begins with %s', (_, bytes) => {
    expect(sniffFormat(Uint8Array.from(bytes))).toBe('jpeg');
  });

  it('knows a PNG by all eight bytes', () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    expect(sniffFormat(Uint8Array.from([...png, 0, 0, 0, 13]))).toBe('png');
    expect(sniffFormat(Uint8Array.from(png.with(4, 0x0a)))).toBeUndefined();
  });

  it.each([
    ['HTML', ascii('<!doctype html>')],
    ['SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['GIF', ascii('GIF89a....')],
    ['WebP', ascii('RIFF....WEBPVP8 ')],
    ['HEIC', ascii('\0\0\0\x18ftypheic')],
    ['BMP', ascii('BM......')],
    ['an empty file', new Uint8Array()],
    ['a JPEG cut off after two bytes', Uint8Array.from([0xff, 0xd8])],
    [
      'a PNG cut off after seven bytes',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a]),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(sniffFormat(bytes)).toBeUndefined();
  });
});
