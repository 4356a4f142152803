/** The command line: `npm run -s classify -- FILE...`. Joins the parts; all rules live in them. */
import { once } from 'node:events';
import { toCodedFailure } from '../src/domain/coded-error';
import { type ClassifyCommand, parseArguments, USAGE } from './arguments';
import { createClassifyPool } from './classify-pool';
import type { FileOutcome } from './file-outcome';
import { learnFrom } from './learn';
import { mapInOrder } from './map-in-order';
import { ERROR_SENTENCES, jsonLine, textLine } from './output-line';

const EXIT_FILE_FAILED = 1;
const EXIT_BAD_USAGE = 2;
/** Results of later, quicker files that may wait for an earlier, slower one, per job. */
const AHEAD_PER_JOB = 8;

async function main(): Promise<void> {
  endQuietlyWithReader();
  const command = parseArguments(process.argv.slice(2));
  switch (command.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'bad-usage':
      process.stderr.write(`${command.message}\n\n${USAGE}`);
      process.exitCode = EXIT_BAD_USAGE;
      return;
    case 'classify':
      await classifyAll(command);
      return;
    default:
      command satisfies never;
  }
}

async function classifyAll(command: ClassifyCommand): Promise<void> {
  const { files, json, embedding, modelDir, jobs } = command;
  const taught = await learn(command);
  if (taught === undefined) return;
  const pool = createClassifyPool({ modelDir, taught }, jobs);
  const toLine = (file: string, outcome: FileOutcome) =>
    json ? jsonLine(file, outcome, embedding) : textLine(file, outcome);
  const progress = createProgress(files.length);
  const explain = createExplainer();
  const results = mapInOrder(files, jobs * AHEAD_PER_JOB, (file) => pool.classify(file));
  for await (const { item: file, result } of results) {
    if (result.kind === 'failed') process.exitCode = EXIT_FILE_FAILED;
    explain(result);
    if (!process.stdout.write(`${toLine(file, result)}\n`)) await once(process.stdout, 'drain');
    progress();
  }
  await pool.close();
}

/** What the lessons change; undefined, and said, when there are none in that file. */
async function learn({ taught, modelDir }: ClassifyCommand) {
  if (taught === undefined) return null;
  try {
    const learnt = await learnFrom(taught, modelDir);
    if (learnt.isUndone)
      process.stderr.write('These lessons would spoil other answers: not used.\n');
    return learnt.taught;
  } catch (error) {
    const { code, detail } = toCodedFailure(error, 'lessons-invalid');
    process.stderr.write(`${taught}: ${ERROR_SENTENCES[code]} (${detail})\n`);
    process.exitCode = EXIT_BAD_USAGE;
    return undefined;
  }
}

/** `classify ... | head` closes the pipe while there is more to write; that is no error. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

/** Says how far it is, where a person sees it and it does not mix with the results. */
function createProgress(total: number): () => void {
  if (!process.stderr.isTTY || process.stdout.isTTY || total === 1) return () => {};
  let done = 0;
  return () => {
    done += 1;
    process.stderr.write(`\r${done} / ${total}${done === total ? '\n' : ''}`);
  };
}

/** What is behind an error that is not the photo's own: once, though it meets every file. */
function createExplainer(): (outcome: FileOutcome) => void {
  const said = new Set<string>();
  return (outcome) => {
    if (outcome.kind !== 'failed' || isAboutTheFile(outcome)) return;
    const line = `${outcome.failure.code}: ${outcome.failure.detail}\n`;
    if (said.has(line)) return;
    said.add(line);
    process.stderr.write(line);
  };
}

function isAboutTheFile({ failure: { code } }: Extract<FileOutcome, { kind: 'failed' }>): boolean {
  return code === 'file-unreadable' || code === 'not-jpeg-or-png' || code.startsWith('photo-');
}

await main();
