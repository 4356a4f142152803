/** Makes the virtual environment `.venv` with the pinned packages of training/ and batch/, once per change of the pins. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, ROOT, succeeds, which } from './run-command.mjs';

const FOLDER = join(ROOT, '.venv');
const STAMP = join(FOLDER, 'pilah-requirements.sha256');
const REQUIREMENTS = ['training', 'batch'].flatMap((folder) => [
  join(ROOT, folder, 'requirements.txt'),
  join(ROOT, folder, 'requirements-dev.txt'),
]);
const OLDEST = [3, 11];

/**
 * The environment's Python, made first if need be; undefined when that is impossible (said on stderr).
 *
 * @returns {string | undefined}
 */
export function ensurePython() {
  const windows = process.platform === 'win32';
  const python = join(FOLDER, windows ? 'Scripts/python.exe' : 'bin/python');
  const system = systemPython();
  if (!system) {
    console.error(
      `Python ${OLDEST.join('.')} or later is needed for training/, batch/ and their tests.`,
    );
    return undefined;
  }
  const wanted = fingerprint(system.version);
  if (existsSync(python) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return python;
  }
  console.error('Making .venv with the pinned packages of training/ and batch/ ...');
  rmSync(FOLDER, { recursive: true, force: true });
  if (!makeEnvironment(system.path)) return undefined;
  const pins = REQUIREMENTS.flatMap((file) => ['-r', file]);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...pins];
  if (!succeeds([python, ...install])) return undefined;
  writeFileSync(STAMP, wanted);
  return python;
}

/** @returns {{path: string, version: string} | undefined} */
function systemPython() {
  const names = [process.env.PYTHON, 'python3', 'python'];
  for (const name of names) {
    if (!name) continue;
    const path = which(name) ?? name;
    const code = 'import sys; print("%d.%d.%d" % sys.version_info[:3])';
    const version = spawnSync(path, ['-c', code], { encoding: 'utf8' }).stdout?.trim();
    if (version && isNewEnough(version)) return { path, version };
  }
  return undefined;
}

function isNewEnough(/** @type {string} */ version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** Debian keeps the part of Python that makes environments in a package of its own. */
function makeEnvironment(/** @type {string} */ python) {
  const command = [python, '-m', 'venv', FOLDER];
  if (succeeds(command)) return true;
  rmSync(FOLDER, { recursive: true, force: true });
  return aptInstall('python3-venv') && succeeds(command);
}

function fingerprint(/** @type {string} */ version) {
  const hash = createHash('sha256').update(version);
  for (const file of REQUIREMENTS) hash.update(readFileSync(file));
  return hash.digest('hex');
}
