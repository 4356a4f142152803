/** A share as people count it: so many of a hundred. */
export function outOf100(share: number): number {
  return Math.round(100 * share);
}
