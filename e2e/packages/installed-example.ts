/** The examples as other people have them: a folder of their own, the packed package in it by npm. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageCommand, ROOT } from '../../scripts/run-command.mjs';
import { freePort } from '../free-port';
import { samplePath } from '../photos';

const run = promisify(execFile);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const TARBALL = join(ROOT, 'build', 'packages', `pilah-${version}.tgz`);
const INSTALL = ['install', TARBALL, '--include=dev', '--no-package-lock', '--prefer-offline'];
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

export interface Example extends AsyncDisposable {
  folder: string;
  npmRun(script: string): Promise<unknown>;
  /**
   * Starts a script that serves, until the example is disposed of.
   *
   * @returns its address, which ends with a slash
   */
  serve(script: string, ...words: string[]): Promise<string>;
}

export async function installExample(name: string): Promise<Example> {
  const folder = mkdtempSync(join(tmpdir(), `pilah-${name}-`));
  cpSync(join(ROOT, 'examples', name), folder, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|dist)$/.test(path),
  });
  const servers: ChildProcess[] = [];
  const npm = (...words: string[]) => {
    const [program, ...command] = npmCommand(...words);
    return run(program, command, { cwd: folder });
  };
  await npm(...INSTALL, ...QUIET);
  return {
    folder,
    npmRun: (script) => npm('run', script),
    async serve(script, ...words) {
      const port = await freePort();
      const numbered = words.map((word) => word.replace('PORT', String(port)));
      const [program, ...command] = npmCommand('run', script, '--', ...numbered);
      const server = spawn(program, command, {
        cwd: folder,
        env: { ...process.env, PORT: String(port) },
        stdio: ['ignore', 'ignore', 'inherit'],
        detached: true, // a group of its own, which ends as one
      });
      servers.push(server);
      const address = `http://localhost:${port}/`;
      await untilAnswers(address, server);
      return address;
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) await endGroup(server);
      rmSync(folder, { recursive: true });
    },
  };
}

/** What `npm run classify` says of a sample. */
export async function commandLineAnswer(
  sample: string,
): Promise<{ class: string; probability: number }> {
  const [program = '', ...words] = packageCommand(
    'tsx/dist/cli.mjs',
    'cli/main.ts',
    'classify',
    '--json',
  );
  const { stdout } = await run(program, [...words, samplePath(sample)], { cwd: ROOT });
  return JSON.parse(stdout);
}

/** The npm that runs these tests, where one does. */
function npmCommand(...words: string[]): [string, ...string[]] {
  const npm = process.env.npm_execpath;
  return npm ? [process.execPath, npm, ...words] : ['npm', ...words];
}

async function untilAnswers(address: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const isThere = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the example's server ended with ${server.exitCode}`);
}

async function endGroup(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const ended = once(server, 'exit');
  process.kill(-server.pid);
  await ended;
}
