/** Another version of this site: its sources copied, changed by a test, and built. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'src',
  'public',
  'scripts',
  'deploy',
  'docs/screens',
  'THIRD_PARTY.md',
  'index.html',
  'vite.config.ts',
  'package.json',
];

/** Returns the folder of the built site, in `folder`. */
export function buildChangedSite(folder: string, change: () => void): string {
  rmSync(folder, { recursive: true, force: true });
  for (const name of SOURCES) cpSync(name, join(folder, name), { recursive: true });
  change();
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder });
  return join(folder, 'dist');
}
