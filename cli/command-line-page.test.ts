/** The first block of docs/command-line.md as a reader pastes it: in a shell, in the repository's folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MANUALS } from './arguments/manuals';
import { ROOT } from './testing';

const TIMEOUT_MS = 180_000;
const page = readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8');

it.skipIf(spawnSync('bash', ['--version']).status !== 0)(
  'begins with a block that runs as it stands',
  () => {
    const [beginning, block = ''] = page.split(/^```(?:bash)?$/m);
    expect(beginning).toMatch(/^# .*\n\n$/);
    const script = `set -e\n${block}\nrm -r "$results"`;
    const output = `${execFileSync('bash', ['-c', script], { cwd: ROOT })}`;
    expect(output).toMatch(/^macro recall +0\.9\d+/m);
    expect(output).toMatch(/^public\/samples\/glass-1\.jpg\tglass\t\d+ %\tsure\tglass \d+ %\t/m);
    const folders = output.trimEnd().split('\n').slice(-11);
    expect(folders).toEqual(expect.arrayContaining(['battery', 'not-waste']));
  },
  TIMEOUT_MS,
);

it('names every command, and no option that there is not', () => {
  for (const { command } of MANUALS)
    expect(page).toMatch(new RegExp(`^\\| \`${command}\` \\|`, 'm'));
  const known = MANUALS.flatMap(({ options }) => options.map(({ name }) => `--${name}`));
  const ofOthers = ['--global', '--photos'];
  const named = page.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
  expect([...known, ...ofOthers]).toEqual(expect.arrayContaining(named));
});
