import { describe, expect, it } from 'vitest';
import { calibratedProbabilities, decideVerdict, rankClasses, topClass } from './classification';

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
  const thresholds = { sure: 0.8, notWaste: 0.3 };

  it.each([
    [0.95, 'sure'],
    [0.8, 'sure'],
    [0.79, 'unsure'],
    [0.3, 'unsure'],
    [0.29, 'not-waste'],
  ])('calls a top probability of %d %s', (probability, verdict) => {
    expect(decideVerdict(probability, thresholds)).toBe(verdict);
  });
});
