/** Checks everything that needs no run of the code: format, lint, import rules, types. Shows all that is wrong. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePython } from './python-environment.mjs';
import { packageCommand, ROOT, succeeds } from './run-command.mjs';

const tsc = (/** @type {string} */ project) =>
  packageCommand('typescript/bin/tsc', '--project', project);
const ruff = [ensurePython() ?? '', '-m', 'ruff'];

/** @type {[string, string[]][]} */
const checks = [
  [
    'format, lint and import rules',
    packageCommand('@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  ],
  ['types of the page', tsc('tsconfig.json')],
  ['types of the worker', tsc('tsconfig.worker.json')],
  ['types of what runs in Node', tsc('tsconfig.node.json')],
  ['types of the bench', tsc('bench/tsconfig.json')],
  ["types of the bench's workers", tsc('bench/tsconfig.worker.json')],
  ...peerChecks(),
  ['locked packages', [process.execPath, 'scripts/check-packages.mjs']],
  ['what is published', [process.execPath, 'scripts/check-published.mjs']],
  ['licences of what ships', [process.execPath, 'scripts/third-party.mjs', '--check']],
  ['Python lint', [...ruff, 'check', 'training', 'batch', 'bench']],
  ['Python format', [...ruff, 'format', '--check', 'training', 'batch', 'bench']],
];

const failed = checks.filter(([name, command]) => {
  console.log(`== ${name}`);
  return !succeeds(command);
});
for (const [name] of failed) console.log(`check failed: ${name}`);
process.exit(failed.length === 0 ? 0 : 1);

/**
 * The other libraries are 370 MB that only `npm run bench` installs: without them their workers cannot be checked.
 *
 * @returns {[string, string[]][]}
 */
function peerChecks() {
  if (existsSync(join(ROOT, 'bench', 'node_modules'))) {
    return [["types of the bench's other libraries", tsc('bench/tsconfig.peers.json')]];
  }
  console.log("== types of the bench's other libraries: left out, `npm run bench` installs them");
  return [];
}
