import { describe, expect, test } from 'vitest';
import { alignedText, HEADINGS, markdown, resultTable } from './result-table';
import { engineRow, tfjsRow } from './testing';

describe('the table of engines', () => {
  test('says how many times faster than tfjs on one thread each engine is', () => {
    const [, ours, reference] = resultTable([engineRow(), tfjsRow]);
    expect(ours?.slice(-2)).toEqual(['5.50', '5.50']);
    expect(reference?.slice(-2)).toEqual(['1.00', '1.00']);
  });

  test('takes the minimum from minima and the median from medians', () => {
    const [, ours] = resultTable([engineRow({ medianMs: 220, minMs: 104.5 }), tfjsRow]);
    expect(ours?.slice(-2)).toEqual(['5.00', '10.00']);
  });

  test('has no ratio where tfjs ran on two threads only', () => {
    const [, ours] = resultTable([engineRow(), { ...tfjsRow, threads: 2 }]);
    expect(ours?.slice(-2)).toEqual(['-', '-']);
  });

  test('has a cell for each heading', () => {
    for (const row of resultTable([engineRow(), tfjsRow]))
      expect(row).toHaveLength(HEADINGS.length);
  });
});

const SMALL = [
  ['engine', 'ms'],
  ['a', '5'],
  ['longer', '1234'],
];

test('as text, names stand left and numbers right', () => {
  expect(alignedText(SMALL)).toBe('engine    ms\na          5\nlonger  1234');
});

test('as Markdown, the rule says the same', () => {
  expect(markdown(SMALL).split('\n')).toEqual([
    '| engine |   ms |',
    '| ------ | ---: |',
    '| a      |    5 |',
    '| longer | 1234 |',
  ]);
});
