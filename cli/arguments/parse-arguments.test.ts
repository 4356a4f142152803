import { describe, expect, it } from 'vitest';
import { MANUALS } from './manuals';
import { parseArguments } from './parse-arguments';

describe('parseArguments', () => {
  it('takes files, with the model of this project and a job a core', () => {
    expect(parseArguments(['classify', 'a.jpg', 'b.png'])).toEqual({
      kind: 'classify',
      paths: ['a.jpg', 'b.png'],
      filesFrom: undefined,
      isNulSeparated: false,
      isRecursive: false,
      format: 'text',
      out: undefined,
      isResumed: false,
      topK: undefined,
      minProbability: undefined,
      sortInto: undefined,
      embedding: false,
      taught: undefined,
      modelDir: expect.stringMatching(/public[/\\]model[/\\][^/\\]+$/),
      jobs: expect.toSatisfy((jobs: number) => jobs >= 1 && jobs <= 4),
    });
  });

  it('takes options before, between and after files', () => {
    const argv = ['--jobs', '3', 'a.jpg', '--json', 'b.jpg', '--model=m', '-rk3'];
    expect(parseArguments(['classify', ...argv])).toMatchObject({
      paths: ['a.jpg', 'b.jpg'],
      format: 'json',
      jobs: 3,
      modelDir: 'm',
      isRecursive: true,
      topK: 3,
    });
  });

  it('ends options at --', () => {
    expect(parseArguments(['classify', '--', '--json', '-h'])).toMatchObject({
      kind: 'classify',
      paths: ['--json', '-h'],
      format: 'text',
    });
  });

  it.each([['--help'], ['-h'], ['help'], ['help', 'classify'], ['classify', 'a.jpg', '-h']])(
    'gives help for %s %s %s',
    (...argv) => {
      expect(parseArguments(argv.filter(Boolean))).toMatchObject({ kind: 'help' });
    },
  );

  it.each(MANUALS.map((manual) => [manual] as const))(
    'tells all of a command in lines that fit: $command',
    (manual) => {
      const help = parseArguments([manual.command, '--help']);
      if (help.kind !== 'help') throw new Error('no help');
      for (const heading of [
        'NAME',
        'SYNOPSIS',
        'DESCRIPTION',
        'OPTIONS',
        'EXIT STATUS',
        'EXAMPLES',
      ]) {
        expect(help.text.split('\n')).toContain(heading);
      }
      for (const { name } of manual.options) expect(help.text).toMatch(new RegExp(`--${name}\\b`));
      const tooLong = help.text.split('\n').filter((line) => line.length > 80);
      expect(tooLong.filter((line) => !line.startsWith('    pilah '))).toEqual([]);
    },
  );

  it.each([
    [[], 'no command'],
    [['a.jpg'], 'no command'],
    [['help', 'dance'], 'no command'],
    [['classify'], 'no files'],
    [['classify', '--json'], 'no files'],
    [['classify', '--bogus', 'a.jpg'], '--bogus'],
    [['classify', '--jobs', '0', 'a.jpg'], '--jobs'],
    [['classify', '--jobs', '1.5', 'a.jpg'], '--jobs'],
    [['classify', '--jobs', 'many', 'a.jpg'], '--jobs'],
    [['classify', '--top-k', '10', 'a.jpg'], '--top-k'],
    [['classify', '--min-probability', '1.1', 'a.jpg'], '--min-probability'],
    [['classify', '--min-probability', '', 'a.jpg'], '--min-probability'],
    [['classify', 'a.jpg', '--model'], '--model'],
    [['classify', '--json=yes', 'a.jpg'], '--json'],
    [['classify', '--json', '--csv', 'a.jpg'], '--json and --csv'],
    [['classify', '--embedding', 'a.jpg'], '--embedding'],
    [['classify', '--resume', '--json', 'a.jpg'], '--out'],
    [['classify', '--resume', '--out', 'x', 'a.jpg'], '--json or --csv'],
    [['classify', '--copy-to', 'a', '--move-to', 'b', 'a.jpg'], '--copy-to'],
    [['classify', '-', '--files-from', '-'], 'only once'],
    [['classify', '-', '-'], 'only once'],
    [['classify', '--null', 'a.jpg'], '--null'],
    [['evaluate'], '--labels'],
    [['evaluate', '--labels', 'a.csv', 'b.csv'], 'too many'],
    [['completion', 'csh'], 'bash'],
  ])('refuses %j with a reason', (argv, reason) => {
    expect(parseArguments(argv)).toEqual({
      kind: 'bad-usage',
      message: expect.stringContaining(reason),
      usage: expect.stringMatching(/^Usage: pilah/),
    });
  });
});
