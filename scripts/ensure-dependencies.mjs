/**
 * Installs the locked npm packages when they are missing or not the locked ones. Runs before there are any.
 * An argument names a folder with a lock of its own, such as `bench`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const folder = process.argv[2];
const root = new URL(folder ? `../${folder}/` : '../', import.meta.url);

/**
 * @typedef {{version?: string, optional?: boolean, devOptional?: boolean}} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries by folder, such as `node_modules/vite`
 */

if (!isInstalled()) {
  console.error(`Installing the locked npm packages${folder ? ` of ${folder}` : ''} ...`);
  const status = installLocked();
  if (status !== 0) process.exit(status);
}

/** npm keeps a list of what it installed; an interrupted installation leaves none. */
function isInstalled() {
  const locked = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true;
    const found = installed[place];
    if (!found) return optional || devOptional; // made for another kind of machine
    return found.version === version;
  });
}

/** @returns {LockEntries | undefined} */
function readLock(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(new URL(path, root), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Says everything on stderr: stdout belongs to the command that needs the packages. */
function installLocked() {
  const npm = process.env.npm_execpath;
  // `npm run -s` hands its silence down, and a production setting would leave the build's tools out.
  const options = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  const [command, ...words] = npm ? [process.execPath, npm, ...options] : ['npm', ...options];
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  if (error) console.error(`npm does not start: ${error.message}`);
  return status ?? 1;
}
