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
  const servers: ExampleServer[] = [];
  const npm = (...words: string[]) => {
    const [program, ...command] = npmCommand(...words);
    return run(program, command, { cwd: folder });
  };
  await npm(...INSTALL, ...QUIET);
  return {
    folder,
    npmRun: (script) => npm('run', script),
    async serve(script, ...words) {
      const server = await startServer(folder, (port) => {
        const numbered = words.map((word) => word.replace('PORT', port));
        return npmCommand('run', script, '--', ...numbered);
      });
      servers.push(server);
      return server.address;
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) await server[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

export interface ExampleServer extends AsyncDisposable {
  /** Ends with a slash. */
  address: string;
}

/** Waits until the program answers at the port that it is told by PORT and, if it likes, by its words. */
export async function startServer(
  folder: string,
  command: (port: string) => [string, ...string[]],
): Promise<ExampleServer> {
  const port = String(await freePort());
  const [program, ...words] = command(port);
  const server = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true, // a group of its own, which ends as one
  });
  const address = `http://localhost:${port}/`;
  await untilAnswers(address, server);
  return { address, [Symbol.asyncDispose]: () => endGroup(server) };
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
