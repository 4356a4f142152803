/** Reads the command line into what is to be done; touches no files. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODEL_VERSION } from '../src/domain/model-version';

/** Each job holds a network of its own, about 60 MB with a batch's photos. */
const MAX_DEFAULT_JOBS = 4;
const MAX_JOBS = 64;

export const USAGE = `Usage: npm run -s classify -- [options] [--] FILE...

Sorts photos of waste (JPEG or PNG) into nine kinds, on this machine. One line for each file,
in their order: path, class, probability, verdict (sure, unsure or not-waste), between tabs.

Options:
  --json       one JSON object a line: file, class, probability, verdict, probabilities, ms
               (from the file to the verdict, without loading the model; photos are computed
               up to four together, and each counts its share); or file, error
  --model DIR  the model's folder (default: public/model/${MODEL_VERSION} of this project)
  --embedding  adds to each object logits and embedding: how the network saw the photo, before
               anything was taught
  --taught FILE  lessons exported from the page change the answers here, too
  --jobs N     photos at a time, 1 to ${MAX_JOBS} (default: one a core, at most ${MAX_DEFAULT_JOBS})
  -h, --help   this text

Exit status: 0 when all went well, 1 when any file failed, 2 for a wrong command line.
`;

export interface ClassifyCommand {
  kind: 'classify';
  /** At least one. */
  files: readonly string[];
  json: boolean;
  /** Only in JSON. */
  embedding: boolean;
  /** Path of a file of lessons. */
  taught: string | undefined;
  modelDir: string;
  /** 1 to 64. */
  jobs: number;
}

export type Command = ClassifyCommand | { kind: 'help' } | { kind: 'bad-usage'; message: string };

/** @param argv without node and script */
export function parseArguments(argv: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        embedding: { type: 'boolean', default: false },
        taught: { type: 'string' },
        model: { type: 'string', default: defaultModelDir() },
        jobs: { type: 'string', default: String(defaultJobs()) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (positionals.length === 0) return badUsage('no files given');
    if (values.embedding && !values.json) return badUsage('--embedding needs --json');
    const jobs = Number(values.jobs);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > MAX_JOBS) {
      return badUsage(`--jobs takes a whole number from 1 to ${MAX_JOBS}, not '${values.jobs}'`);
    }
    return {
      kind: 'classify',
      files: positionals,
      json: values.json,
      embedding: values.embedding,
      taught: values.taught,
      modelDir: values.model,
      jobs,
    };
  } catch (error) {
    // parseArgs throws a TypeError that says in a sentence what is wrong with the arguments.
    if (error instanceof TypeError) return badUsage(error.message);
    throw error;
  }
}

function badUsage(message: string): Command {
  return { kind: 'bad-usage', message };
}

function defaultModelDir(): string {
  return fileURLToPath(new URL(`../public/model/${MODEL_VERSION}`, import.meta.url));
}

function defaultJobs(): number {
  return Math.min(availableParallelism(), MAX_DEFAULT_JOBS);
}
