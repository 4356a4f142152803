import { describe, expect, test } from 'vitest';
import { indexOfLargest, median, minimum } from './statistics';

describe('the median', () => {
  test('is the middle of an odd number of values, by size and not by place', () => {
    expect(median([900, 100, 20])).toBe(100);
  });

  test('is half way between the two in the middle of an even number', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  test('leaves the values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of nothing is an error', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('the minimum', () => {
  test('is the smallest value', () => {
    expect(minimum([12, 3, 8])).toBe(3);
  });

  test('of nothing is an error, not Infinity', () => {
    expect(() => minimum([])).toThrow(RangeError);
  });
});

describe('the index of the largest', () => {
  test('is the first of equals, among negative values too', () => {
    expect(indexOfLargest(Float32Array.of(-3, -1, -1, -2))).toBe(1);
  });

  test('is -1 where there is nothing', () => {
    expect(indexOfLargest([])).toBe(-1);
  });
});
