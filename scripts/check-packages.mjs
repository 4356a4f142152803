/** Checks what npm installs: each package is locked to a hash, and none that ships has a known grave vulnerability. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-command.mjs';

const LOCKS = ['package-lock.json', 'bench/package-lock.json', 'packages/package-lock.json'];

const hasHashes = LOCKS.map(isLockedToHashes).every(Boolean);
process.exitCode = hasHashes && !hasGraveVulnerability() ? 0 : 1;

function isLockedToHashes(/** @type {string} */ file) {
  const { packages } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  const loose = Object.entries(packages).filter(
    // What is bundled is in a package that has a hash. A place of its own would pass by the registry that npm is told of.
    ([place, { integrity, inBundle, resolved }]) =>
      place !== '' && (resolved || !(inBundle || String(integrity).startsWith('sha512-'))),
  );
  for (const [place] of loose) console.error(`${file}: ${place} is not locked to a hash alone`);
  return loose.length === 0;
}

/** A registry may not answer such questions: then nothing is known, which is said, and no fault of the code. */
function hasGraveVulnerability() {
  const npm = process.env.npm_execpath;
  const [program = '', ...words] = npm ? [process.execPath, npm] : ['npm'];
  const { stdout, error } = spawnSync(program, [...words, 'audit', '--omit=dev', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: !npm && process.platform === 'win32',
  });
  const report = parsed(stdout);
  if (!report?.metadata?.vulnerabilities) {
    const reason = error?.message ?? report?.message ?? report?.error?.summary ?? 'no answer';
    console.log(`known vulnerabilities: NOT CHECKED, the registry does not tell (${reason})`);
    return false;
  }
  const grave = Object.values(report.vulnerabilities).filter(
    ({ severity }) => severity === 'high' || severity === 'critical',
  );
  for (const { name, severity, via } of grave) {
    const reasons = via.map((/** @type {string | {url: string}} */ cause) =>
      typeof cause === 'string' ? `through ${cause}` : cause.url,
    );
    console.error(`${name}: ${severity}, ${reasons.join(', ')}`);
  }
  console.log(`known vulnerabilities: ${grave.length} high or critical in what ships`);
  return grave.length > 0;
}

function parsed(/** @type {string} */ json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
