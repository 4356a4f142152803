/** The first snippet of docs/embedding.md, as it stands there, in a copy of the repository as one would clone it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../scripts/run-command.mjs';
import { samplePath } from '../photos';
import { startServer } from './installed-example';

test('the paste-and-run snippet packs, installs and serves an example that classifies', async ({
  page,
}) => {
  const doc = readFileSync(join(ROOT, 'docs', 'embedding.md'), 'utf8');
  const [, snippet = ''] = doc.match(/^# .*\n\n```bash\n([\s\S]*?)```/) ?? [];
  expect(snippet).toContain('npm run pack');
  const clone = cloneOfRepository();
  try {
    await using server = await startServer(clone, () => ['bash', '-e', '-c', snippet]);
    await page.goto(server.address);
    await page.locator('#photo').setInputFiles(samplePath('metal-1.jpg'));
    await expect(page.locator('#answer')).toHaveText(/^metal, 9\d % \(sure\)$/);
  } finally {
    rmSync(clone, { recursive: true });
  }
});

/** What git knows or would add, and the installed packages, whose installation other tests are about. */
function cloneOfRepository(): string {
  const clone = mkdtempSync(join(tmpdir(), 'pilah-clone-'));
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const files = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  const isNeeded = (file: string) => file !== '' && !/^(docs|training)\//.test(file);
  for (const file of files.filter(isNeeded)) {
    cpSync(join(ROOT, file), join(clone, file), { recursive: true });
  }
  for (const folder of ['node_modules', 'packages/node_modules']) {
    symlinkSync(join(ROOT, folder), join(clone, folder));
  }
  return clone;
}
