/** What a probability has meant so far: how many of the test photos with about that probability were right. */

interface ReliabilityBin {
  from: number;
  to: number;
  /** Photos. */
  n: number;
  /** Share of right answers. */
  accuracy: number;
}

/** Of fewer photos a share tells nothing: neighbouring bins are then counted in. */
const FEWEST_PHOTOS = 30;

/**
 * Of 100 test photos of about this top probability, how many were right. Undefined where the test
 * photos are too few.
 *
 * @param bins of the top probability, ascending; a bin holds `from < probability <= to`
 */
export function rightOf100(
  probability: number,
  bins: readonly ReliabilityBin[],
): number | undefined {
  const nearestFirst = bins.toSorted((a, b) => distance(a, probability) - distance(b, probability));
  let photos = 0;
  let right = 0;
  for (const { n, accuracy } of nearestFirst) {
    photos += n;
    right += n * accuracy;
    if (photos >= FEWEST_PHOTOS) return Math.round((100 * right) / photos);
  }
  return undefined;
}

function distance({ from, to }: ReliabilityBin, probability: number): number {
  return Math.abs((from + to) / 2 - probability);
}
