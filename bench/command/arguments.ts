/** Reads the command line of `npm run bench`; touches no files. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run bench -- [options]

Measures Pilah's engine beside other libraries in one page of Chromium, then the command line and
the page itself, and prints the tables.

Options:
  --runs N      interleaved runs of each engine, at least 1 (default: 20)
  --json FILE   writes all figures there as JSON
  --long        1,000 photos in a row as well
  --write-docs  writes docs/performance.md and its plot
  -h, --help    this text
`;

export interface BenchCommand {
  kind: 'bench';
  runs: number;
  jsonFile?: string;
  /** Numbers of photos in a row. */
  growth: readonly number[];
  writesDocs: boolean;
}

export type Command = BenchCommand | { kind: 'help' } | { kind: 'bad-usage'; message: string };

const DEFAULT_RUNS = '20';
const MAX_RUNS = 1000;
const GROWTH = [1, 10, 100];
const LONG_GROWTH = [...GROWTH, 1000];

/** @param argv without node and script */
export function parseArguments(argv: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        runs: { type: 'string', default: DEFAULT_RUNS },
        json: { type: 'string' },
        long: { type: 'boolean', default: false },
        'write-docs': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1 || runs > MAX_RUNS) {
      return { kind: 'bad-usage', message: `--runs takes 1 to ${MAX_RUNS}, not ${values.runs}` };
    }
    return {
      kind: 'bench',
      runs,
      ...(values.json === undefined ? {} : { jsonFile: values.json }),
      growth: values.long ? LONG_GROWTH : GROWTH,
      writesDocs: values['write-docs'],
    };
  } catch (error) {
    return { kind: 'bad-usage', message: error instanceof Error ? error.message : String(error) };
  }
}
