/** Starts each host that deploy/ has a configuration for, with the built site beneath a path. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findCaddy, findNginx } from '../scripts/find-hosts.mjs';
import { ensurePython } from '../scripts/python-environment.mjs';
import { ROOT } from '../scripts/run-command.mjs';
import { freePort } from './free-port';

export const SITE_PATH = '/some/path/';

export interface Host extends AsyncDisposable {
  /** Of the site, beneath SITE_PATH. */
  url: string;
}

/** A folder like a host's, in which the site is not at the top. */
interface Stage {
  folder: string;
  port: number;
}

type Start = (stage: Stage) => ChildProcess;

export const HOSTS: Record<string, () => Promise<Host>> = {
  'npm start': () => start(startServe),
  nginx: () => start(startNginx),
  Caddy: () => start(startCaddy),
};

/** Types by their endings and not one header: what the simplest hosts do. */
export function startPlainHost(): Promise<Host> {
  return start(({ folder, port }) => {
    const words = ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', folder];
    return spawn(needed(ensurePython()), words, { stdio: 'ignore' });
  });
}

function startServe({ port }: Stage): ChildProcess {
  const env = { ...process.env, PORT: String(port), BASE_PATH: SITE_PATH };
  return spawn(process.execPath, [join(ROOT, 'scripts', 'serve.mjs')], { env, stdio: 'ignore' });
}

/** As in a container: without rights to change anything but a folder of its own. */
function startNginx({ folder, port }: Stage): ChildProcess {
  const site = readFileSync(join(ROOT, 'deploy', 'nginx.conf'), 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /usr/share/nginx/html;', `root ${folder};`);
  writeFileSync(join(folder, 'site.conf'), site);
  const ownFolders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/.${name};`,
  );
  const main = join(folder, 'nginx.conf');
  writeFileSync(
    main,
    `daemon off; pid ${folder}/.pid; error_log stderr;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http { access_log off; ${ownFolders.join(' ')} include ${folder}/site.conf; }`,
  );
  return spawn(needed(findNginx()), ['-c', main, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function startCaddy({ folder, port }: Stage): ChildProcess {
  const env = {
    ...process.env,
    PORT: String(port),
    SITE: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
  };
  const config = join(folder, 'Caddyfile');
  // Its port for commands would be taken where another one runs.
  writeFileSync(
    config,
    `{\n\tadmin off\n}\n${readFileSync(join(ROOT, 'deploy', 'Caddyfile'), 'utf8')}`,
  );
  const words = ['run', '--config', config, '--adapter', 'caddyfile'];
  return spawn(needed(findCaddy()), words, { env, stdio: 'ignore' });
}

function needed(program: string | undefined): string {
  if (!program) throw new Error('not installed, and `npm test` could not: see docs/hosting.md');
  return program;
}

async function start(startHost: Start): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'pilah-host-'));
  mkdirSync(join(folder, 'some'));
  symlinkSync(join(ROOT, 'dist'), join(folder, 'some', 'path'));
  const port = await freePort();
  const host = startHost({ folder, port });
  const ended = new Promise((resolve) => host.once('exit', resolve));
  const url = `http://localhost:${port}${SITE_PATH}`;
  const isThere = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isThere).toBe(true);
  return {
    url,
    async [Symbol.asyncDispose]() {
      host.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
