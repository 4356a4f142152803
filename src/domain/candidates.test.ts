import { describe, expect, it } from 'vitest';
import { candidates } from './candidates';
import type { RankedClass } from './classification';

const ranking = (...probabilities: number[]): RankedClass[] =>
  (['glass', 'plastic', 'metal', 'paper'] as const).map((id, place) => ({
    id,
    probability: probabilities[place] ?? 0,
  }));

describe('candidates', () => {
  it('are three when the third counts', () => {
    expect(candidates(ranking(0.5, 0.3, 0.15)).map(({ id }) => id)).toEqual([
      'glass',
      'plastic',
      'metal',
    ]);
  });

  it('are two when the rest does not', () => {
    expect(candidates(ranking(0.8, 0.05, 0.05))).toHaveLength(2);
  });

  it('are never four', () => {
    expect(candidates(ranking(0.3, 0.25, 0.2, 0.15))).toHaveLength(3);
  });
});
