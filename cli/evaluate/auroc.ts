/** How well a score parts two groups. */

/** Chance that a positive scores above a negative; a tie counts half. Null where a group is empty. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const scores = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => a.score - b.score);
  let wins = 0;
  let below = 0;
  for (let start = 0; start < scores.length; ) {
    let end = start;
    let positive = 0;
    for (; scores[end]?.score === scores[start]?.score && end < scores.length; end += 1) {
      if (scores[end]?.isPositive) positive += 1;
    }
    const negative = end - start - positive;
    wins += positive * (below + negative / 2);
    below += negative;
    start = end;
  }
  return wins / (positives.length * negatives.length);
}
