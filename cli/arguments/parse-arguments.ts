/** Reads the command line into what is to be done; touches no files. */
import { parseArgs } from 'node:util';
import { WASTE_CLASS_COUNT } from '../../src/domain/waste-class';
import { defaultModelDir } from '../own-files';
import { DEFAULT_JOBS, MAX_JOBS } from './classify-manual';
import { type Manual, manualPage, overview, usageLine } from './manual';
import { MANUALS, SHELLS, type Shell } from './manuals';

export type OutputFormat = 'text' | 'json' | 'csv';

export interface ClassifyCommand {
  kind: 'classify';
  /** With `filesFrom` at least one. */
  paths: readonly string[];
  filesFrom: string | undefined;
  isNulSeparated: boolean;
  isRecursive: boolean;
  format: OutputFormat;
  /** Undefined: standard output. */
  out: string | undefined;
  /** Only with `out`, not for text. */
  isResumed: boolean;
  /** 1 to 9. */
  topK: number | undefined;
  /** 0 to 1. */
  minProbability: number | undefined;
  sortInto: { folder: string; isMove: boolean } | undefined;
  /** Only in JSON. */
  embedding: boolean;
  /** Path of a file of lessons. */
  taught: string | undefined;
  modelDir: string;
  /** 1 to 64. */
  jobs: number;
}

export interface EvaluateCommand {
  kind: 'evaluate';
  labels: string;
  root: string | undefined;
  columns: { path: string; label: string; split: string };
  /** Undefined: all rows. */
  split: string | undefined;
  json: boolean;
  out: string | undefined;
  modelDir: string;
  jobs: number;
}

export type Command =
  | ClassifyCommand
  | EvaluateCommand
  | { kind: 'info' | 'doctor'; json: boolean; modelDir: string }
  | { kind: 'completion'; shell: Shell }
  | { kind: 'help'; text: string }
  | { kind: 'version' }
  | { kind: 'bad-usage'; message: string; usage: string };

/** What `parseArgs` found, by the options' names. */
class Values {
  constructor(private readonly found: Record<string, unknown>) {}

  has(name: string): boolean {
    return this.found[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.found[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** Throws a TypeError unless it is a number within the bounds, whole where they say so. */
  number(name: string, least: number, most: number, isWhole: boolean): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
    const kind = isWhole ? 'whole number' : 'number';
    throw new TypeError(`--${name} takes a ${kind} from ${least} to ${most}, not '${text}'`);
  }
}

/** @param argv without node and script */
export function parseArguments(argv: readonly string[]): Command {
  const [word, ...rest] = argv;
  if (word === '--version') return { kind: 'version' };
  if (word === '--help' || word === '-h') return { kind: 'help', text: overview(MANUALS) };
  const manual = MANUALS.find(({ command }) => command === word);
  if (!manual) {
    const message = word === undefined ? 'no command given' : `'${word}' is no command of pilah`;
    return { kind: 'bad-usage', message, usage: overview(MANUALS) };
  }
  try {
    return parseCommand(manual, rest);
  } catch (error) {
    // parseArgs throws a TypeError that says in a sentence what is wrong with the arguments.
    if (!(error instanceof TypeError)) throw error;
    const usage = `${usageLine(manual)}\n\`pilah ${manual.command} --help\` tells more.\n`;
    return { kind: 'bad-usage', message: error.message, usage };
  }
}

function parseCommand(manual: Manual, argv: readonly string[]): Command {
  const options = Object.fromEntries(
    manual.options.map(({ name, short, value }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
    ]),
  );
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const given = new Values(values);
  if (given.has('help')) return { kind: 'help', text: manualPage(manual) };
  const modelDir = given.text('model') ?? defaultModelDir();
  if (manual.command === 'classify') return parseClassify(given, positionals, modelDir);
  if (manual.command === 'completion') return parseCompletion(positionals);
  if (manual.command === 'help') return parseHelp(positionals);
  const [surplus] = positionals;
  if (surplus !== undefined) throw new TypeError(`'${surplus}' is one argument too many`);
  if (manual.command === 'evaluate') return parseEvaluate(given, modelDir);
  const kind = manual.command === 'info' ? 'info' : 'doctor';
  return { kind, json: given.has('json'), modelDir };
}

function parseClassify(given: Values, paths: string[], modelDir: string): ClassifyCommand {
  const [copyTo, moveTo] = [given.text('copy-to'), given.text('move-to')];
  const folder = copyTo ?? moveTo;
  const command: ClassifyCommand = {
    kind: 'classify',
    paths,
    filesFrom: given.text('files-from'),
    isNulSeparated: given.has('null'),
    isRecursive: given.has('recursive'),
    format: given.has('json') ? 'json' : given.has('csv') ? 'csv' : 'text',
    out: given.text('out'),
    isResumed: given.has('resume'),
    topK: given.number('top-k', 1, WASTE_CLASS_COUNT, true),
    minProbability: given.number('min-probability', 0, 1, false),
    sortInto: folder === undefined ? undefined : { folder, isMove: moveTo !== undefined },
    embedding: given.has('embedding'),
    taught: given.text('taught'),
    modelDir,
    jobs: jobsOf(given),
  };
  const isList = paths.includes('-') || command.filesFrom !== undefined;
  const isListTwice = paths.indexOf('-') !== paths.lastIndexOf('-');
  refuseIf(paths.length === 0 && command.filesFrom === undefined, 'no files given');
  refuseIf(
    isListTwice || (paths.includes('-') && command.filesFrom === '-'),
    'standard input can be read only once',
  );
  refuseIf(command.isNulSeparated && !isList, '--null is about a list: - or --files-from');
  refuseIf(given.has('json') && given.has('csv'), '--json and --csv exclude each other');
  refuseIf(command.embedding && command.format !== 'json', '--embedding needs --json');
  refuseIf(command.isResumed && command.out === undefined, '--resume needs --out');
  refuseIf(
    command.isResumed && command.format === 'text',
    '--resume needs --json or --csv: lines of text do not hold every name as it is',
  );
  refuseIf(
    copyTo !== undefined && moveTo !== undefined,
    '--copy-to and --move-to exclude each other',
  );
  return command;
}

function parseEvaluate(given: Values, modelDir: string): EvaluateCommand {
  const labels = given.text('labels');
  if (labels === undefined) throw new TypeError('--labels is missing');
  return {
    kind: 'evaluate',
    labels,
    root: given.text('root'),
    columns: {
      path: given.text('path-column') ?? 'file',
      label: given.text('label-column') ?? 'class',
      split: given.text('split-column') ?? 'split',
    },
    split: given.text('split'),
    json: given.has('json'),
    out: given.text('out'),
    modelDir,
    jobs: jobsOf(given),
  };
}

function parseCompletion([word, ...rest]: readonly string[]): Command {
  const shell = SHELLS.find((each) => each === word);
  if (!shell || rest.length > 0)
    throw new TypeError(`completion takes one of ${SHELLS.join(', ')}`);
  return { kind: 'completion', shell };
}

function parseHelp([word, ...rest]: readonly string[]): Command {
  if (word === undefined) return { kind: 'help', text: overview(MANUALS) };
  const manual = MANUALS.find(({ command }) => command === word);
  if (!manual || rest.length > 0) throw new TypeError(`'${word}' is no command of pilah`);
  return { kind: 'help', text: manualPage(manual) };
}

function jobsOf(given: Values): number {
  return given.number('jobs', 1, MAX_JOBS, true) ?? DEFAULT_JOBS;
}

/** Throws a TypeError, as parseArgs does. */
function refuseIf(isWrong: boolean, message: string): void {
  if (isWrong) throw new TypeError(message);
}
