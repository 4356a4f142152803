import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CountedEntry, countBins, countKinds, countWeeks, kindOf } from './history-statistics';
import type { WasteClassId } from './waste-class';

const entry = (changes: Partial<CountedEntry> = {}): CountedEntry => ({
  timeMs: 0,
  answer: 'glass',
  verdict: 'sure',
  ...changes,
});
const at = (...[year, month, day, hour = 12, minute = 0]: number[]) =>
  entry({ timeMs: new Date(year ?? 0, (month ?? 1) - 1, day, hour, minute).getTime() });
const told = (entries: readonly CountedEntry[]) =>
  countWeeks(entries).map(({ start, n }) => [
    [start.getFullYear(), start.getMonth() + 1, start.getDate()].join('-'),
    n,
  ]);

describe('what was sorted', () => {
  it('is what a person says it is, before what the network answered', () => {
    expect(kindOf(entry())).toBe('glass');
    expect(kindOf(entry({ verdict: 'unsure' }))).toBe('glass');
    expect(kindOf(entry({ corrected: 'metal' }))).toBe('metal');
  });

  it('is no waste where that was the verdict, unless a person corrects it', () => {
    expect(kindOf(entry({ verdict: 'not-waste' }))).toBe('not-waste');
    expect(kindOf(entry({ verdict: 'not-waste', corrected: 'paper' }))).toBe('paper');
  });

  it('is counted by kind, and by bin without what is no waste', () => {
    const kinds = countKinds([
      entry(),
      entry({ corrected: 'metal' }),
      entry({ answer: 'metal' }),
      entry({ answer: 'battery' }),
      entry({ verdict: 'not-waste' }),
    ]);
    expect(Object.fromEntries(kinds)).toEqual({ glass: 1, metal: 2, battery: 1, 'not-waste': 1 });
    // as: only these three are asked for
    const bins = { glass: 'blue', metal: 'blue', battery: 'red' } as Record<WasteClassId, string>;
    expect(Object.fromEntries(countBins(kinds, bins))).toEqual({ blue: 3, red: 1 });
  });

  it('is nothing where nothing was sorted', () => {
    expect(countKinds([]).size).toBe(0);
    expect(countWeeks([])).toEqual([]);
  });
});

describe.each([
  ['Asia/Jakarta', -420],
  ['Europe/Amsterdam', -60],
  ['America/Los_Angeles', 480],
] as const)('weeks by a clock in %s', (zone, januaryOffset) => {
  let before: string | undefined;
  beforeEach(() => {
    before = process.env.TZ;
    process.env.TZ = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('begin on Monday at midnight there', () => {
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(januaryOffset);
    expect(told([at(2026, 11, 22, 23, 59), at(2026, 11, 23, 0, 0)])).toEqual([
      ['2026-11-16', 1],
      ['2026-11-23', 1],
    ]);
  });

  it('go on over the new year', () => {
    // 2026-W53 holds the first three days of 2027.
    expect(told([at(2026, 12, 28), at(2027, 1, 3, 23, 59), at(2027, 1, 4, 0, 0)])).toEqual([
      ['2026-12-28', 2],
      ['2027-1-4', 1],
    ]);
  });

  it('without anything are there too, and those of a changed clock are whole', () => {
    // Europe's clocks go back on 25 October 2026, America's on 1 November.
    expect(told([at(2026, 10, 19), at(2026, 11, 9, 0, 0)])).toEqual([
      ['2026-10-19', 1],
      ['2026-10-26', 0],
      ['2026-11-2', 0],
      ['2026-11-9', 1],
    ]);
  });

  it('are the last twelve, whatever the order of the entries', () => {
    const weeks = told([at(2026, 11, 23), at(2020, 1, 1), at(2026, 9, 7), at(2026, 9, 6)]);
    expect(weeks).toHaveLength(12);
    expect(weeks[0]).toEqual(['2026-9-7', 1]);
    expect(weeks.at(-1)).toEqual(['2026-11-23', 1]);
  });
});

it('counts ten thousand entries in a fraction of a second', () => {
  const hourMs = 3_600_000;
  const entries = Array.from({ length: 10_000 }, (_, index) =>
    entry({ timeMs: Date.UTC(2026, 0, 1) + index * hourMs }),
  );
  const startMs = performance.now();
  const total = [...countKinds(entries).values(), ...countWeeks(entries).map(({ n }) => n)];
  expect(performance.now() - startMs).toBeLessThan(500);
  expect(total[0]).toBe(10_000);
});
