import { describe, expect, it } from 'vitest';
import {
  calibratedProbabilities,
  decideVerdict,
  normalisedEntropy,
  rankClasses,
  topClass,
} from './classification';

describe('calibratedProbabilities', () => {
  it('is the softmax of logits over temperature', () => {
    const [first = 0, second = 0] = calibratedProbabilities([2, 0, 0, 0, 0, 0, 0, 0, 0], 2);
    expect(first / second).toBeCloseTo(Math.E, 10);
  });

  it('sums to one and stays finite for huge logits', () => {
    const probabilities = calibratedProbabilities([5000, 4999, -5000, 0, 0, 0, 0, 0, 0], 0.5);
    expect(probabilities.every(Number.isFinite)).toBe(true);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
  });
});

describe('rankClasses', () => {
  it('puts the most probable class first and keeps all nine', () => {
    const ranking = rankClasses([0.1, 0.02, 0.5, 0.03, 0.05, 0.1, 0.1, 0.05, 0.05]);
    expect(ranking).toHaveLength(9);
    expect(topClass({ ranking })).toEqual({ id: 'e-waste', probability: 0.5 });
  });

  it('refuses fewer than nine probabilities', () => {
    expect(() => rankClasses([1])).toThrow('clothes');
  });
});

describe('decideVerdict', () => {
  const thresholds = { sure: 0.8, notWaste: 0.75 };
  /** The top class, then what is left over the next `others` classes alike. */
  const ranking = (top: number, others: number) =>
    rankClasses(
      Array.from({ length: 9 }, (_, index) =>
        index === 0 ? top : index <= others ? (1 - top) / others : 0,
      ),
    );

  it.each([
    [0.95, 8, 'sure'],
    [0.8, 8, 'sure'],
    [0.79, 8, 'unsure'],
    [0.35, 2, 'unsure'], // between three classes, but hardly anything else
    [0.35, 8, 'not-waste'], // as probable, but the rest may be anything
    [1 / 9, 8, 'not-waste'],
  ])('calls a top probability of %d beside %d others %s', (top, others, verdict) => {
    expect(decideVerdict(ranking(top, others), thresholds)).toBe(verdict);
  });

  it('measures entropy from 0, all on one class, to 1, all alike', () => {
    expect(normalisedEntropy(ranking(1, 8))).toBe(0);
    expect(normalisedEntropy(ranking(0.5, 1))).toBeCloseTo(Math.log(2) / Math.log(9), 12);
    expect(normalisedEntropy(ranking(1 / 9, 8))).toBeCloseTo(1, 12);
  });
});
