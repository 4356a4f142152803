/** Figures of merit, photo by photo in constant memory but for two numbers each; the same as training/metrics.py makes. */
import { type Classification, normalisedEntropy, topClass } from '../../src/domain/classification';
import { WASTE_CLASS_IDS, type WasteClassId } from '../../src/domain/waste-class';
import { auroc } from './auroc';

/** What a photo of something else is labelled, in the photo set's index too. */
export const OTHER = 'other';
export type Label = WasteClassId | typeof OTHER;

/** As in training/metrics.py: 15 equal bins, Naeini et al. 2015. */
const CALIBRATION_BINS = 15;

/** Null where there was no photo to measure it on. */
export interface Figures {
  n: number;
  macroRecall: number | null;
  accuracy: number | null;
  expectedCalibrationError: number | null;
  perClass: { id: WasteClassId; n: number; precision: number | null; recall: number | null }[];
  /** Rows: the true class; columns: the answer. */
  confusion: number[][];
  notWaste: { n: number; auroc: number | null; entropyAuroc: number | null };
  verdicts: {
    sureShare: number | null;
    sureAccuracy: number | null;
    wasteRejected: number | null;
    otherRejected: number | null;
    otherSure: number | null;
  };
}

export class Tally {
  readonly #confusion = WASTE_CLASS_IDS.map(() => WASTE_CLASS_IDS.map(() => 0));
  readonly #bins = Array.from({ length: CALIBRATION_BINS }, () => ({ confidence: 0, right: 0 }));
  readonly #waste = { n: 0, sure: 0, sureAndRight: 0, rejected: 0 };
  readonly #other = { n: 0, sure: 0, rejected: 0 };
  readonly #certainties = { waste: [] as Certainty[], other: [] as Certainty[] };

  add(label: Label, classification: Classification): void {
    const { verdict, ranking } = classification;
    const { id, probability } = topClass(classification);
    const certainty = { top: probability, order: -normalisedEntropy(ranking) };
    this.#certainties[label === OTHER ? 'other' : 'waste'].push(certainty);
    const counts = label === OTHER ? this.#other : this.#waste;
    counts.n += 1;
    if (verdict === 'sure') counts.sure += 1;
    if (verdict === 'not-waste') counts.rejected += 1;
    if (label === OTHER) return;
    const isRight = id === label;
    if (verdict === 'sure' && isRight) this.#waste.sureAndRight += 1;
    const row = this.#confusion[WASTE_CLASS_IDS.indexOf(label)] ?? [];
    const column = WASTE_CLASS_IDS.indexOf(id);
    row[column] = (row[column] ?? 0) + 1;
    // A bin holds `from < probability <= to`.
    const bin = this.#bins[Math.ceil(probability * CALIBRATION_BINS) - 1];
    if (!bin) return;
    bin.confidence += probability;
    bin.right += Number(isRight);
  }

  figures(): Figures {
    const { n, sure, sureAndRight, rejected } = this.#waste;
    const perClass = WASTE_CLASS_IDS.map((id, at) => {
      const right = this.#confusion[at]?.[at] ?? 0;
      const answered = sum(this.#confusion.map((row) => row[at] ?? 0));
      const count = sum(this.#confusion[at] ?? []);
      return { id, n: count, precision: share(right, answered), recall: share(right, count) };
    });
    const recalls = perClass.flatMap(({ recall }) => (recall === null ? [] : [recall]));
    const right = sum(this.#bins.map((bin) => bin.right));
    const gaps = this.#bins.map((bin) => Math.abs(bin.confidence - bin.right));
    const { waste, other } = this.#certainties;
    return {
      n,
      macroRecall: share(sum(recalls), recalls.length),
      accuracy: share(right, n),
      expectedCalibrationError: share(sum(gaps), n),
      perClass,
      confusion: this.#confusion.map((row) => [...row]),
      notWaste: {
        n: this.#other.n,
        auroc: auroc(
          waste.map(({ top }) => top),
          other.map(({ top }) => top),
        ),
        entropyAuroc: auroc(
          waste.map(({ order }) => order),
          other.map(({ order }) => order),
        ),
      },
      verdicts: {
        sureShare: share(sure, n),
        sureAccuracy: share(sureAndRight, sure),
        wasteRejected: share(rejected, n),
        otherRejected: share(this.#other.rejected, this.#other.n),
        otherSure: share(this.#other.sure, this.#other.n),
      },
    };
  }
}

/** How sure an answer is, by each of the two measures; more is surer. */
interface Certainty {
  top: number;
  /** Entropy, turned round. */
  order: number;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
