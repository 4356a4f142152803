import { describe, expect, it } from 'vitest';
import { rightOf100 } from './reliability';

const bin = (from: number, to: number, n: number, accuracy: number) => ({
  from,
  to,
  n,
  accuracy,
  confidence: (from + to) / 2,
});

describe('rightOf100', () => {
  const bins = [bin(0.4, 0.6, 10, 0.5), bin(0.6, 0.8, 20, 0.65), bin(0.8, 1, 300, 0.97)];

  it("is the accuracy of the probability's bin", () => {
    expect(rightOf100(0.93, bins)).toBe(97);
    expect(rightOf100(1, bins)).toBe(97);
  });

  it('counts the nearest bin in where photos are few', () => {
    expect(rightOf100(0.61, bins)).toBe(60); // (10 × 0.5 + 20 × 0.65) / 30
  });

  it('says nothing where all test photos together are too few', () => {
    expect(rightOf100(0.9, [bin(0.8, 1, 29, 1)])).toBeUndefined();
    expect(rightOf100(0.9, [])).toBeUndefined();
  });
});
