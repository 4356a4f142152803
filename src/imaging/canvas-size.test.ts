import { describe, expect, it } from 'vitest';
import { canvasSizeFor } from './canvas-size';

describe('canvasSizeFor', () => {
  it.each([
    [1, 1],
    [4000, 3000],
    [20_000, 200],
    [4096, 4096],
  ])('leaves %i x %i as it is', (width, height) => {
    expect(canvasSizeFor(width, height)).toEqual({ width, height });
  });

  it.each([
    [4097, 4096],
    [12_000, 9000],
    [9000, 12_000],
    [60_000, 1000],
    [1, 65_000],
  ])('fits %i x %i into every browser', (width, height) => {
    const size = canvasSizeFor(width, height);
    expect(size.width * size.height).toBeLessThanOrEqual(16_777_216);
    expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(32_767);
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
  });

  it('keeps the shape of a large photo', () => {
    const { width, height } = canvasSizeFor(12_000, 9000);
    expect(width / height).toBeCloseTo(4 / 3, 2);
    expect(width * height).toBeGreaterThan(16_700_000);
  });
});
