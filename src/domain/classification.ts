/** From nine logits to what a person is told: calibrated probabilities, a ranking and a verdict. */
import type { Evidence } from './evidence';
import type { Sight } from './lesson';
import { WASTE_CLASS_IDS, type WasteClassId } from './waste-class';

/**
 * How far the top class is to be believed.
 * `not-waste`: no class stands out, the photo probably shows none of the nine kinds.
 */
export type Verdict = 'sure' | 'unsure' | 'not-waste';

/** Chosen on validation photos, both 0 to 1. */
export interface VerdictThresholds {
  /** Least top probability of a sure answer. */
  sure: number;
  /** Largest entropy of waste: the network is trained to spread its answer where there is none. */
  notWaste: number;
}

export interface RankedClass {
  id: WasteClassId;
  /** 0 to 1; the nine sum to 1. */
  probability: number;
}

export interface Classification {
  /** All nine, most probable first. */
  ranking: readonly RankedClass[];
  verdict: Verdict;
  evidence: Evidence;
  /** Before anything that was taught on this device. */
  sight: Sight;
  /** What was taught on this device changed the class or the verdict. */
  isTaught: boolean;
  /** From pixels to probabilities, without decoding the file. */
  elapsedMs: number;
}

/**
 * Temperature softmax: `exp(logit / T) / sum`, shifted by the maximum so that nothing overflows.
 * Guo et al. 2017, https://arxiv.org/abs/1706.04599
 */
export function calibratedProbabilities(logits: ArrayLike<number>, temperature: number): number[] {
  const scaled = Array.from(logits, (logit) => logit / temperature);
  const largest = Math.max(...scaled);
  const exponentials = scaled.map((value) => Math.exp(value - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

/** Nine probabilities in class order to nine pairs, most probable first. */
export function rankClasses(probabilities: readonly number[]): RankedClass[] {
  return WASTE_CLASS_IDS.map((id, index) => {
    const probability = probabilities[index];
    if (probability === undefined) throw new RangeError(`no probability for ${id}`);
    return { id, probability };
  }).sort((a, b) => b.probability - a.probability);
}

/** Of probabilities that sum to 1: 0 when one has all, 1 when all nine have the same. */
export function normalisedEntropy(ranking: readonly RankedClass[]): number {
  const nats = ranking.reduce(
    (sum, { probability }) => (probability > 0 ? sum - probability * Math.log(probability) : sum),
    0,
  );
  return nats / Math.log(WASTE_CLASS_IDS.length);
}

export function decideVerdict(
  ranking: readonly RankedClass[],
  thresholds: VerdictThresholds,
): Verdict {
  if (topClass({ ranking }).probability >= thresholds.sure) return 'sure';
  return normalisedEntropy(ranking) > thresholds.notWaste ? 'not-waste' : 'unsure';
}

/** The most probable class. Every classification has nine, so there always is one. */
export function topClass(classification: Pick<Classification, 'ranking'>): RankedClass {
  const [top] = classification.ranking;
  if (!top) throw new RangeError('a classification without classes');
  return top;
}
