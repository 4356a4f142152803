/** Describes the machine of a run, and how busy other programs keep it. */
import { execFileSync } from 'node:child_process';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../../scripts/run-command.mjs';
import type { Machine } from '../figures/report';

const LISTENING_MS = 3000;
const BYTES_PER_GB = 1024 ** 3;

/** @param browser name and version */
export function describeMachine(browser: string, busyShare: number): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / BYTES_PER_GB),
    system: `${type()} ${release()} ${arch()}`,
    node: process.version,
    browser,
    date: new Date().toISOString().slice(0, 10),
    commit: commitName(),
    busyShare,
  };
}

/** 0 to 1, of all cores. Listens for some seconds, in which neither this program nor its browser may be at work. */
export async function listenToMachine(): Promise<number> {
  const before = coreTimes();
  await delay(LISTENING_MS);
  const after = coreTimes();
  const total = after.total - before.total;
  return total > 0 ? 1 - (after.idle - before.idle) / total : 0;
}

/** Milliseconds since the machine started, summed over its cores. */
function coreTimes(): { idle: number; total: number } {
  const times = cpus().map(({ times }) => times);
  const idle = times.reduce((sum, core) => sum + core.idle, 0);
  const total = times
    .flatMap((core) => Object.values(core))
    .reduce((sum, milliseconds) => sum + milliseconds, 0);
  return { idle, total };
}

function commitName(): string {
  try {
    const git = (...words: string[]) =>
      execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}
