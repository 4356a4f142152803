/** Sums of measured times. Pure. */

/** The middle value, or the mean of the two middle ones. Throws a RangeError when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values');
  return (lower + upper) / 2;
}

/** Throws a RangeError when there is none. */
export function minimum(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  return Math.min(...values);
}

/** The index of the largest value; the first of equals, -1 when there is none. */
export function indexOfLargest(values: ArrayLike<number>): number {
  let largest = -1;
  for (let index = 0; index < values.length; index++) {
    if (largest < 0 || (values[index] ?? 0) > (values[largest] ?? 0)) largest = index;
  }
  return largest;
}
