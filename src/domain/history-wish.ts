/** What a person looks for in the history, and what of it fits. */
import type { HistoryEntry } from './history-entry';
import type { WasteClassId } from './waste-class';

export interface HistoryWish {
  kind: WasteClassId | null;
  /** Days of the device's time zone as date fields write them, `2026-11-24`; empty for none. Both are included. */
  firstDay: string;
  lastDay: string;
}

export const NO_WISH: HistoryWish = { kind: null, firstDay: '', lastDay: '' };

export function isOpenWish({ kind, firstDay, lastDay }: HistoryWish): boolean {
  return kind === null && firstDay === '' && lastDay === '';
}

/** A corrected entry is found under both kinds. "Not waste" was said of no kind. */
export function findEntries(
  entries: readonly HistoryEntry[],
  { kind, firstDay, lastDay }: HistoryWish,
): readonly HistoryEntry[] {
  const fromMs = firstDay ? startOfDay(firstDay) : -Infinity;
  const untilMs = lastDay ? startOfDay(lastDay, 1) : Infinity;
  return entries.filter(
    ({ timeMs, answer, verdict, corrected }) =>
      timeMs >= fromMs &&
      timeMs < untilMs &&
      (kind === null || corrected === kind || (answer === kind && verdict !== 'not-waste')),
  );
}

/** Not 24 hours later: where clocks are put forward a day has 23. */
function startOfDay(day: string, daysLater = 0): number {
  const date = new Date(`${day}T00:00`);
  return date.setDate(date.getDate() + daysLater);
}
