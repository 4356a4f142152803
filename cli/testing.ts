/** For the tests beside it: starts the real command line as people do, with files of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const PILAH = fileURLToPath(new URL('pilah.mjs', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../public/samples/', import.meta.url));

export interface Finished {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface StartOptions {
  cwd: string;
  /** What standard input gives. */
  input?: string;
}

export function startPilah(argv: readonly string[], { cwd, input }: StartOptions): ChildProcess {
  const child = spawn(process.execPath, [PILAH, ...argv], { cwd, stdio: 'pipe' });
  // A process that is killed, or needs no input, may not read it.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return child;
}

export function pilah(argv: readonly string[], options: StartOptions): Promise<Finished> {
  return finished(startPilah(argv, options));
}

export function finished(child: ChildProcess): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const found: Finished = { status: null, stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk) => {
      found.stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      found.stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ ...found, status }));
  });
}

export function sample(name: string): string {
  return `${SAMPLES}${name}`;
}

/** Whole lines of a file that another process may be writing. */
export function wholeLines(file: string): number {
  try {
    return readFileSync(file, 'latin1').split('\n').length - 1;
  } catch {
    return 0;
  }
}
