import { describe, expect, it } from 'vitest';
import { type HistoryEntry, newestFirst, withCorrection } from './history-entry';
import { findEntries, NO_WISH } from './history-wish';

const at = (time: string) => new Date(time).getTime();
const entry = (id: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  timeMs: at('2026-03-01T12:00'),
  answer: 'glass',
  probability: 0.9,
  verdict: 'sure',
  ...more,
});
const ids = (entries: readonly HistoryEntry[]) => entries.map(({ id }) => id);

describe('findEntries', () => {
  it('finds a kind as answered and as corrected, but not where none was answered', () => {
    const entries = [
      entry(1),
      entry(2, { answer: 'metal', corrected: 'glass' }),
      entry(3, { verdict: 'not-waste' }),
      entry(4, { verdict: 'not-waste', corrected: 'glass' }),
      entry(5, { answer: 'paper' }),
      entry(6, { verdict: 'unsure' }),
    ];
    expect(ids(findEntries(entries, { ...NO_WISH, kind: 'glass' }))).toEqual([1, 2, 4, 6]);
    expect(ids(findEntries(entries, { ...NO_WISH, kind: 'metal' }))).toEqual([2]);
    expect(ids(findEntries(entries, NO_WISH))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('finds whole days of the device, the first and the last included', () => {
    const entries = [
      entry(1, { timeMs: at('2026-03-01T23:59:59.999') }),
      entry(2, { timeMs: at('2026-03-02T00:00') }),
      entry(3, { timeMs: at('2026-03-03T23:59:59.999') }),
      entry(4, { timeMs: at('2026-03-04T00:00') }),
    ];
    const find = (firstDay: string, lastDay: string) =>
      ids(findEntries(entries, { kind: null, firstDay, lastDay }));
    expect(find('2026-03-02', '2026-03-03')).toEqual([2, 3]);
    expect(find('2026-03-02', '')).toEqual([2, 3, 4]);
    expect(find('', '2026-03-02')).toEqual([1, 2]);
    expect(find('2026-03-03', '2026-03-02')).toEqual([]);
  });
});

describe('newestFirst', () => {
  it('goes by time, and by who came last within the same millisecond', () => {
    const entries = [entry(1, { timeMs: 5 }), entry(2, { timeMs: 9 }), entry(3, { timeMs: 5 })];
    expect(ids(newestFirst(entries))).toEqual([2, 3, 1]);
  });
});

describe('withCorrection', () => {
  it('keeps what a person says, and nothing where that is the answer or taken back', () => {
    expect(withCorrection(entry(1), 'metal')).toEqual(entry(1, { corrected: 'metal' }));
    expect(withCorrection(entry(1, { corrected: 'metal' }), 'glass')).toEqual(entry(1));
    expect(withCorrection(entry(1, { corrected: 'metal' }), null)).toEqual(entry(1));
    const none = entry(1, { verdict: 'not-waste' });
    expect(withCorrection(none, 'glass')).toEqual({ ...none, corrected: 'glass' });
  });
});
