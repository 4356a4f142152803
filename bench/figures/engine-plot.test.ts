import { expect, test } from 'vitest';
import { enginePlot } from './engine-plot';
import { engineRow, tfjsRow } from './testing';

const barWidths = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));

test('bars are as long as the medians', () => {
  const [ours = 0, reference = 0] = barWidths(enginePlot([engineRow(), tfjsRow]));
  expect(reference / ours).toBeCloseTo(5.5, 2);
});

test('each bar says its engine, its threads and its time', () => {
  const svg = enginePlot([engineRow({ threads: 2 })]);
  expect(svg).toContain('>pilah-relaxed, 2 threads</text>');
  expect(svg).toContain('>200 ms</text>');
});

test('a name cannot break the picture', () => {
  expect(enginePlot([engineRow({ engine: 'a<b&c' })])).toContain('a&lt;b&amp;c');
});
