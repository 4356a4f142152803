import { expect, test } from 'vitest';
import { interleaved } from './run-plan';

test('engines take their runs in turn, not one after the other', () => {
  expect(interleaved(['A', 'B', 'C'], 2)).toEqual(['A', 'B', 'C', 'A', 'B', 'C']);
});

test('each engine gets as many runs as asked', () => {
  const plan = interleaved(['A', 'B'], 20);
  expect(plan.filter((engine) => engine === 'A')).toHaveLength(20);
  expect(plan).toHaveLength(40);
});

test('no engine, no run', () => {
  expect(interleaved([], 20)).toEqual([]);
});
