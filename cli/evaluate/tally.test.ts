import { describe, expect, it } from 'vitest';
import { decideVerdict, rankClasses } from '../../src/domain/classification';
import { WASTE_CLASS_IDS } from '../../src/domain/waste-class';
import { auroc } from './auroc';
import { type Label, Tally } from './tally';

const THRESHOLDS = { sure: 0.8, notWaste: 0.85 };

/** The rest is shared out. */
function answer(id: (typeof WASTE_CLASS_IDS)[number], probability: number) {
  const others = (1 - probability) / 8;
  const ranking = rankClasses(WASTE_CLASS_IDS.map((each) => (each === id ? probability : others)));
  return {
    ranking,
    verdict: decideVerdict(ranking, THRESHOLDS),
    evidence: new Float32Array(),
    elapsedMs: 1,
    sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
    isTaught: false,
  };
}

function figuresOf(answers: [Label, ReturnType<typeof answer>][]) {
  const tally = new Tally();
  for (const [label, classification] of answers) tally.add(label, classification);
  return tally.figures();
}

describe('Tally', () => {
  const figures = figuresOf([
    ['glass', answer('glass', 0.9)],
    ['glass', answer('glass', 0.6)],
    ['glass', answer('metal', 0.9)],
    ['metal', answer('metal', 0.5)],
    ['metal', answer('glass', 0.2)],
    ['other', answer('paper', 0.15)],
    ['other', answer('paper', 0.85)],
  ]);

  it('means over the kinds that occur', () => {
    expect(figures).toMatchObject({ n: 5, accuracy: 3 / 5 });
    expect(figures.macroRecall).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
    expect(figures.perClass[3]).toEqual({ id: 'glass', n: 3, precision: 2 / 3, recall: 2 / 3 });
    expect(figures.perClass[5]).toEqual({ id: 'metal', n: 2, precision: 1 / 2, recall: 1 / 2 });
    expect(figures.perClass[0]).toEqual({ id: 'battery', n: 0, precision: null, recall: null });
  });

  it('has true kinds in the rows of the confusion', () => {
    expect(figures.confusion[3]?.[5]).toBe(1);
    expect(figures.confusion[3]?.[3]).toBe(2);
    expect(figures.confusion[5]?.[3]).toBe(1);
  });

  it('weighs the gap of confidence and accuracy by bin', () => {
    // 0.9 twice, once right; 0.6 and 0.5 right; 0.2 wrong: each pair of bins lies apart.
    const gaps = [2 * Math.abs(0.9 - 0.5), 1 - 0.6, 1 - 0.5, 0.2];
    const expected = gaps.reduce((sum, gap) => sum + gap, 0) / 5;
    expect(figures.expectedCalibrationError).toBeCloseTo(expected, 12);
  });

  it('counts verdicts, of waste and of other things', () => {
    expect(figures.verdicts).toEqual({
      sureShare: 2 / 5,
      sureAccuracy: 1 / 2,
      wasteRejected: 1 / 5,
      otherRejected: 1 / 2,
      otherSure: 1 / 2,
    });
    expect(figures.notWaste.n).toBe(2);
    // Above the doubtful one: all five; above the certain one: two of five.
    expect(figures.notWaste.auroc).toBeCloseTo((5 + 2) / 10, 12);
  });

  it('has no figures of nothing', () => {
    expect(figuresOf([])).toMatchObject({ n: 0, macroRecall: null, accuracy: null });
  });
});

describe('auroc', () => {
  it('counts ties half', () => {
    expect(auroc([1, 2, 3], [1, 2])).toBeCloseTo((0.5 + 1.5 + 2) / 6, 12);
    expect(auroc([1, 1], [1])).toBe(0.5);
    expect(auroc([], [1])).toBeNull();
  });
});
