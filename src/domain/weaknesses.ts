/** Where the measured network fails most: kinds that it often misses, and what it takes them for. Pure. */
import type { Manifest } from './manifest';
import { WASTE_CLASS_IDS, type WasteClassId } from './waste-class';

type Figures = Pick<NonNullable<Manifest['evaluation']>['shipped'], 'perClass' | 'confusion'>;

export interface Mistake {
  id: WasteClassId;
  takenFor: WasteClassId;
  /** Photos. */
  n: number;
}

export interface WeakClass {
  id: WasteClassId;
  /** Photos of it. */
  n: number;
  /** Those that got another answer. */
  missed: number;
  /** The wrong answers, most frequent first. */
  takenFor: readonly Mistake[];
}

/** The kinds with the lowest recall, lowest first. */
export function weakestClasses({ perClass, confusion }: Figures, count: number): WeakClass[] {
  const mistakes = mistakesOf(confusion);
  return perClass
    .toSorted((a, b) => a.recall - b.recall)
    .slice(0, count)
    .map(({ id, n }) => {
      const takenFor = mistakes.filter((mistake) => mistake.id === id);
      return { id, n, missed: takenFor.reduce((sum, mistake) => sum + mistake.n, 0), takenFor };
    });
}

/**
 * Every wrong answer that was given, most frequent first.
 *
 * @param confusion rows: the true kind; columns: the answer; counts of photos
 */
export function mistakesOf(confusion: readonly (readonly number[])[]): Mistake[] {
  return WASTE_CLASS_IDS.flatMap((id, row) =>
    WASTE_CLASS_IDS.flatMap((takenFor, column) => {
      const n = confusion[row]?.[column] ?? 0;
      return id === takenFor || n === 0 ? [] : [{ id, takenFor, n }];
    }),
  ).sort((a, b) => b.n - a.n);
}
