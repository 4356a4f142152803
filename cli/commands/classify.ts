/** `pilah classify`: photos in, a line for each out, sorted into folders where that is wanted. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { topClass } from '../../src/domain/classification';
import { toCodedFailure } from '../../src/domain/coded-error';
import type { ClassifyCommand } from '../arguments/parse-arguments';
import { RefusedError } from '../cli-error';
import type { FileOutcome } from '../file-outcome';
import { canListTwice, type InputOptions, listPhotos } from '../input/list-photos';
import type { PhotoInput } from '../input/photo-input';
import { learnFrom } from '../learn';
import { readManifest } from '../load-model';
import { createProgress, type Progress } from '../output/progress';
import { openResultFile, type ResultFile } from '../output/result-file';
import type { MadeWith } from '../output/run-file';
import { openSortedFolders, type SortedFolders } from '../output/sorted-folders';
import { ERROR_SENTENCES, outputHeader, outputLine } from '../output-line';
import { createExplainer } from './explain-failure';
import { runPool } from './run-pool';

const EXIT_PHOTO_FAILED = 1;

/** Throws a RefusedError or a StoppedError. @returns the exit status */
export async function runClassify(command: ClassifyCommand): Promise<number> {
  const taught = await learn(command);
  const lineOptions = { ...command, isSorted: command.sortInto !== undefined };
  const header = outputHeader(lineOptions);
  const output = await openOutput(command, header);
  const sorted =
    command.sortInto &&
    (await openSortedFolders(command.sortInto.folder, command.sortInto.isMove, output.places));
  const inputs: InputOptions = {
    ...command,
    leftOut: command.sortInto?.folder,
    archivesRefused: command.sortInto?.isMove
      ? 'photos of an archive can be copied (--copy-to), not moved'
      : undefined,
  };
  const progress = createProgress(
    Boolean(process.stderr.isTTY && (command.out !== undefined || !process.stdout.isTTY)),
  );
  const counting = new AbortController();
  if (process.stderr.isTTY && canListTwice(inputs))
    void countInto(progress, inputs, counting.signal);
  const explain = createExplainer();
  let lines = 0;
  try {
    const ended = await runPool<PhotoInput>({
      items: remaining(inputs, output, sorted, progress),
      photoOf: (photo) => photo,
      model: { modelDir: command.modelDir, taught },
      jobs: command.jobs,
      async take(photo, result) {
        const answer = await placed(photo, atLeast(result, command.minProbability), sorted);
        // At once: the reader of the output may end this process before the last photo.
        if (answer.outcome.kind === 'failed') process.exitCode = EXIT_PHOTO_FAILED;
        explain(answer.outcome);
        await output.write(outputLine(answer, lineOptions));
        if (answer.to !== undefined && photo.kind !== 'broken')
          await sorted?.leave(photo, answer.to);
        progress.step(photo.name, true);
        lines += 1;
      },
    });
    if (ended === undefined) return Number(process.exitCode ?? 0);
    progress.end();
    process.stderr.write(`Stopped after ${lines} photos.${resumeHint(command)}\n`);
    return ended;
  } finally {
    counting.abort();
    progress.end();
    await output.close();
  }
}

/** What the output does not hold yet. A photo that has its line, and was to be moved, may still lie in its source. */
async function* remaining(
  inputs: InputOptions,
  output: ResultFile,
  sorted: SortedFolders | undefined,
  progress: Progress,
): AsyncGenerator<PhotoInput> {
  for await (const photo of listPhotos(inputs)) {
    const line = output.take(photo.name);
    if (!line) yield photo;
    else {
      if (line.to !== undefined && photo.kind !== 'broken') await sorted?.leave(photo, line.to);
      progress.step(photo.name, false);
    }
  }
}

/** The photo in its folder, before its line is written. */
async function placed(photo: PhotoInput, outcome: FileOutcome, sorted: SortedFolders | undefined) {
  const { name: file } = photo;
  if (!sorted || outcome.kind === 'failed' || photo.kind === 'broken') return { file, outcome };
  const to = await sorted.place(photo, outcome.classification);
  if (to !== undefined) return { file, outcome, to };
  const failure = { code: 'file-unreadable', detail: 'gone since it was classified' } as const;
  return { file, outcome: { kind: 'failed', failure } as const };
}

/** An answer that would be sure is not below this probability; all else stays as it is. */
function atLeast(outcome: FileOutcome, least = 0): FileOutcome {
  if (outcome.kind === 'failed') return outcome;
  const { classification } = outcome;
  if (classification.verdict !== 'sure' || topClass(classification).probability >= least) {
    return outcome;
  }
  return { ...outcome, classification: { ...classification, verdict: 'unsure' } };
}

/** What the lessons change, or null. Throws a RefusedError when there are none in that file. */
async function learn({ taught, modelDir }: ClassifyCommand) {
  if (taught === undefined) return null;
  try {
    const learnt = await learnFrom(taught, modelDir);
    if (learnt.isUndone)
      process.stderr.write('These lessons would spoil other answers: not used.\n');
    return learnt.taught;
  } catch (error) {
    const { code, detail } = toCodedFailure(error, 'lessons-invalid');
    throw new RefusedError(`${taught}: ${ERROR_SENTENCES[code]} (${detail})`);
  }
}

async function openOutput(command: ClassifyCommand, header: string): Promise<ResultFile> {
  const { out, format, isResumed } = command;
  if (out !== undefined) {
    return openResultFile({ out, format, header, isResumed, madeWith: await madeWith(command) });
  }
  const write = async (text: string) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  await write(header);
  return { take: () => undefined, places: new Set(), write, close: async () => {} };
}

/** What lines depend on. */
async function madeWith(command: ClassifyCommand): Promise<MadeWith> {
  if (command.format === 'text') return {};
  const { version, shards } = await readManifest(command.modelDir);
  const lessons = command.taught === undefined ? null : await readFile(command.taught);
  const { folder = null, isMove = false } = command.sortInto ?? {};
  return {
    format: command.format,
    model: version,
    weights: hash(shards.map(({ sha256 }) => sha256).join()),
    taught: lessons && hash(lessons),
    'top-k': command.topK ?? null,
    'min-probability': command.minProbability ?? null,
    embedding: command.embedding,
    [isMove ? 'move-to' : 'copy-to']: folder,
  };
}

function hash(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

async function countInto(
  progress: Progress,
  inputs: InputOptions,
  signal: AbortSignal,
): Promise<void> {
  let total = 0;
  try {
    for await (const _ of listPhotos({ ...inputs, namesOnly: true })) {
      if (signal.aborted) return;
      total += 1;
    }
    progress.setTotal(total);
  } catch {
    // The run itself meets what is wrong, and says it.
  }
}

function resumeHint({ out, format, isResumed }: ClassifyCommand): string {
  if (out === undefined || format === 'text') {
    return ' With --json or --csv, --out FILE and --resume a run can go on where it was stopped.';
  }
  return isResumed ? ' The same command goes on.' : ' The same command with --resume goes on.';
}
