/** Starts other programs for the scripts beside it, and finds them on the PATH. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/**
 * Runs a program, in the repository's root unless elsewhere is said, its output shown, its input closed.
 *
 * @param {readonly string[]} command the program and its arguments
 * @param {{env?: Record<string, string>, cwd?: string}} [options] `env`: additions to the environment
 * @returns {boolean} whether it ended with status 0
 */
export function succeeds(command, { env = {}, cwd = ROOT } = {}) {
  const [program = '', ...words] = command;
  const { status, error } = spawnSync(program, words, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(`${program} does not start: ${error.message}`);
  return status === 0;
}

/** Whether a program starts and ends with status 0; shows nothing. */
export function answers(/** @type {readonly string[]} */ command) {
  const [program = '', ...words] = command;
  return spawnSync(program, words, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** The full path of a program on the PATH. @returns {string | undefined} */
export function which(/** @type {string} */ name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return folders
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find(isExecutable);
}

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The command of a locked npm package, run by this Node: no shell, the same on every system. */
export function packageCommand(/** @type {string} */ path, /** @type {string[]} */ ...words) {
  return [process.execPath, join(ROOT, 'node_modules', path), ...words];
}

/**
 * Installs Debian packages where that is possible without asking anyone.
 *
 * @returns {boolean} whether apt says that they are installed
 */
export function aptInstall(/** @type {string[]} */ ...packages) {
  if (process.platform !== 'linux' || !which('apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !answers(['sudo', '-n', 'true'])) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  // An outdated or partly unreachable package list can still hold what is needed.
  succeeds([...asRoot, 'apt-get', 'update'], { env });
  return succeeds([...asRoot, ...install], { env });
}
