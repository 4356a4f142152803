/** FILE.run.json beside an output file: what made it, and which process writes it now. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { RefusedError } from '../cli-error';

const setting = v.nullable(v.union([v.string(), v.number(), v.boolean()]));

const runSchema = v.object({
  /** Options and versions that change lines, by their names. */
  madeWith: v.record(v.string(), setting),
  writer: v.object({ pid: v.number(), startedAt: v.string() }),
});

export type MadeWith = v.InferOutput<typeof runSchema>['madeWith'];

/** Says that this process writes the output now. */
export async function writeRunFile(out: string, madeWith: MadeWith): Promise<void> {
  const passing = `${runFile(out)}.part`;
  const writer = { pid: process.pid, startedAt: await startedAt(process.pid) };
  await writeFile(passing, `${JSON.stringify({ madeWith, writer }, null, 2)}\n`);
  await rename(passing, runFile(out));
}

/** Throws a RefusedError unless the output was made with the same, and nobody else is writing it. */
export async function checkRunFile(out: string, madeWith: MadeWith): Promise<void> {
  const run = v.safeParse(runSchema, await readJson(runFile(out)));
  if (!run.success) {
    throw new RefusedError(
      `${out} cannot be resumed: ${runFile(out)}, which says how it was made, is missing or not readable`,
    );
  }
  const before = run.output.madeWith;
  const other = Object.keys({ ...before, ...madeWith }).filter(
    (name) => (before[name] ?? null) !== (madeWith[name] ?? null),
  );
  if (other.length > 0) {
    const settings = other.map((name) => `${name} ${before[name] ?? 'none'}`).join(', ');
    throw new RefusedError(
      `${out} was made with ${settings}: resume with the same, or write to another file`,
    );
  }
  const { pid, startedAt: start } = run.output.writer;
  if (pid !== process.pid && isRunning(pid) && (await startedAt(pid)) === start) {
    throw new RefusedError(`${out} is still being written by process ${pid}: end that first`);
  }
}

function runFile(out: string): string {
  return `${out}.run.json`;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another person's
  }
}

/** Tells a process from a later one of the same number, where there is /proc; else the same for all. */
async function startedAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22, counted from behind the name, which may hold spaces: proc(5).
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
