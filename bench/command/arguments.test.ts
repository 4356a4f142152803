import { describe, expect, test } from 'vitest';
import { parseArguments } from './arguments';

describe('npm run bench', () => {
  test('without options takes 20 runs, up to 100 photos, and writes nothing', () => {
    expect(parseArguments([])).toEqual({
      kind: 'bench',
      runs: 20,
      growth: [1, 10, 100],
      writesDocs: false,
    });
  });

  test('takes a file, a number of runs, a thousand photos and the docs', () => {
    expect(parseArguments(['--json', 'a.json', '--runs', '5', '--long', '--write-docs'])).toEqual({
      kind: 'bench',
      runs: 5,
      jsonFile: 'a.json',
      growth: [1, 10, 100, 1000],
      writesDocs: true,
    });
  });

  test.each([['--runs', '0'], ['--runs', '1.5'], ['--runs', 'x'], ['--fast'], ['more']])(
    'refuses %s %s',
    (...argv) => {
      expect(parseArguments(argv)).toMatchObject({ kind: 'bad-usage' });
    },
  );

  test('explains itself', () => {
    expect(parseArguments(['-h'])).toEqual({ kind: 'help' });
  });
});
