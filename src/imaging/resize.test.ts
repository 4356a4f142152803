/** Holds resize.ts to Pillow's results in resize-golden.json, which the script of that name makes. */
import { describe, expect, it } from 'vitest';
import { squashToRgb, startSquash } from './resize';
import golden from './resize-golden.json';

describe('squashToRgb', () => {
  it.each(golden.cases)(
    'equals Pillow in every byte, $width x $height to $size',
    ({ width, height, size, rgb }) => {
      const squashed = squashToRgb(generatedPicture(width, height), width, height, size);
      expect(Buffer.from(squashed)).toEqual(Buffer.from(rgb, 'base64'));
    },
  );

  it.each([
    [1, 1],
    [20_000, 200],
    [200, 20_000],
    [1, 3000],
  ])('keeps a flat colour flat, %i x %i', (width, height) => {
    const rgba = new Uint8Array(width * height * 4).fill(201);
    const squashed = squashToRgb(rgba, width, height, 224);
    expect(squashed).toHaveLength(224 * 224 * 3);
    expect(new Set(squashed)).toEqual(new Set([201]));
  });

  it('keeps white white: rounded weights never push a byte over its end', () => {
    const squashed = squashToRgb(new Uint8Array(997 * 3 * 4).fill(255), 997, 3, 224);
    expect(new Set(squashed)).toEqual(new Set([255]));
  });

  it.each([1, 7, 99])('is the same when the rows come %i at a time', (rows) => {
    const [width, height] = [301, 99];
    const rgba = generatedPicture(width, height);
    const squash = startSquash(width, height, 224);
    for (let top = 0; top < height; top += rows) {
      squash.addRows(rgba.subarray(top * width * 4, (top + rows) * width * 4));
    }
    const whole = squashToRgb(rgba, width, height, 224);
    expect(Buffer.compare(squash.finish(), whole)).toBe(0);
  });

  it('refuses to end before the last row, and rows after it', () => {
    const squash = startSquash(2, 2, 4);
    squash.addRows(new Uint8Array(8));
    expect(() => squash.finish()).toThrow(RangeError);
    expect(() => squash.addRows(new Uint8Array(16))).toThrow(RangeError);
  });

  it('refuses bytes that do not fit the sizes', () => {
    expect(() => squashToRgb(new Uint8Array(15), 2, 2, 4)).toThrow(RangeError);
    expect(() => squashToRgb(new Uint8Array(0), 0, 2, 4)).toThrow(RangeError);
  });
});

/** RGBA of the picture that resize-golden.py generates, by the same rule. */
function generatedPicture(width: number, height: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let c = 0; c < 3; c += 1) {
        const mixed =
          Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ Math.imul(c, 83_492_791);
        rgba[(y * width + x) * 4 + c] = Math.imul(mixed, 2_654_435_761) >>> 24;
      }
    }
  }
  return rgba;
}
