/** What a calibrated probability is in words. The words themselves stand in the catalogues. */

export type ProbabilityWord = 'almostCertain' | 'veryLikely' | 'likely' | 'possible' | 'unlikely';

export function probabilityWord(probability: number): ProbabilityWord {
  if (probability >= 0.95) return 'almostCertain';
  if (probability >= 0.85) return 'veryLikely';
  if (probability >= 0.6) return 'likely';
  return probability >= 0.3 ? 'possible' : 'unlikely';
}
