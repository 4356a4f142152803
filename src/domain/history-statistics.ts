/** Counts what was sorted: by kind, by week, by bin. A corrected kind wins over the answer. Pure. */
import type { HistoryEntry } from './history-entry';
import type { WasteClassId } from './waste-class';

/** All that is counted of an entry; its picture is not looked at. */
export type CountedEntry = Pick<HistoryEntry, 'timeMs' | 'answer' | 'verdict' | 'corrected'>;

/** What a person sorted: a kind, or a thing that is no waste. */
export type SortedKind = WasteClassId | 'not-waste';

export interface WeekCount {
  /** Monday at midnight, where the device is. */
  start: Date;
  n: number;
}

/** Weeks that are told one by one. */
export const SHOWN_WEEKS = 12;

export function kindOf({ answer, verdict, corrected }: CountedEntry): SortedKind {
  if (corrected) return corrected;
  return verdict === 'not-waste' ? 'not-waste' : answer;
}

/** Of each kind that there was, how many. */
export function countKinds(entries: readonly CountedEntry[]): ReadonlyMap<SortedKind, number> {
  const counts = new Map<SortedKind, number>();
  for (const entry of entries) add(counts, kindOf(entry), 1);
  return counts;
}

/**
 * Of each bin that something goes into, how many. What is no waste goes into none.
 *
 * @param bins the bin of each kind
 */
export function countBins<Bin>(
  kinds: ReadonlyMap<SortedKind, number>,
  bins: Record<WasteClassId, Bin>,
): ReadonlyMap<Bin, number> {
  const counts = new Map<Bin, number>();
  for (const [kind, n] of kinds) {
    if (kind !== 'not-waste') add(counts, bins[kind], n);
  }
  return counts;
}

/**
 * The last weeks up to the one of the latest entry, empty ones between included, oldest first; they begin with the week
 * of the first entry where that is later. Weeks are ISO 8601's, from Monday, by the device's own clock.
 */
export function countWeeks(entries: readonly CountedEntry[]): WeekCount[] {
  const counts = new Map<number, number>();
  for (const { timeMs } of entries) add(counts, mondayOf(timeMs).getTime(), 1);
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const weeks: WeekCount[] = [];
  let start = new Date(Math.max(...counts.keys()));
  while (weeks.length < SHOWN_WEEKS && start.getTime() >= first) {
    weeks.push({ start, n: counts.get(start.getTime()) ?? 0 });
    start = daysAfter(start, -7);
  }
  return weeks.reverse();
}

/** By the calendar: a day is not always 24 hours long. */
export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

function mondayOf(timeMs: number): Date {
  const date = new Date(timeMs);
  return daysAfter(date, -((date.getDay() + 6) % 7));
}

function add<Key>(counts: Map<Key, number>, key: Key, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}
