import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments';

describe('parseArguments', () => {
  it('takes files, with the model of this project and a job a core', () => {
    expect(parseArguments(['a.jpg', 'b.png'])).toEqual({
      kind: 'classify',
      files: ['a.jpg', 'b.png'],
      json: false,
      embedding: false,
      taught: undefined,
      modelDir: expect.stringMatching(/public[/\\]model[/\\][^/\\]+$/),
      jobs: expect.toSatisfy((jobs: number) => jobs >= 1 && jobs <= 4),
    });
  });

  it('takes options before, between and after files', () => {
    const command = parseArguments(['--jobs', '3', 'a.jpg', '--json', 'b.jpg', '--model=m']);
    expect(command).toMatchObject({
      files: ['a.jpg', 'b.jpg'],
      json: true,
      jobs: 3,
      modelDir: 'm',
    });
  });

  it('ends options at --', () => {
    expect(parseArguments(['--', '--json', '-h'])).toMatchObject({
      kind: 'classify',
      files: ['--json', '-h'],
      json: false,
    });
  });

  it.each([['--help'], ['-h'], ['a.jpg', '--help']])('gives help for %s %s', (...argv) => {
    expect(parseArguments(argv.filter(Boolean))).toEqual({ kind: 'help' });
  });

  it.each([
    [[]],
    [['--json']],
    [['--bogus', 'a.jpg']],
    [['--jobs', '0', 'a.jpg']],
    [['--jobs', '1.5', 'a.jpg']],
    [['--jobs', 'many', 'a.jpg']],
    [['a.jpg', '--model']],
    [['--json=yes', 'a.jpg']],
    [['--embedding', 'a.jpg']],
    [['a.jpg', '--taught']],
  ])('refuses %j with a reason', (argv) => {
    expect(parseArguments(argv)).toEqual({
      kind: 'bad-usage',
      message: expect.stringMatching(/\w+/),
    });
  });
});
