/** Builds what is published and checks it as strangers will meet it: entries and types, sizes, and that docs/api is of this code. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, succeeds } from './run-command.mjs';

const TOOLS = join(ROOT, 'packages', 'node_modules');
const BUILT = join(ROOT, 'build', 'packages');
const API = join(ROOT, 'docs', 'api');

const tool = (/** @type {string} */ file, /** @type {string[]} */ ...words) => [
  process.execPath,
  join(TOOLS, file),
  ...words,
];
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

if (process.argv.includes('--write-api')) {
  process.exit(succeeds(apiDocs(API)) ? 0 : 1);
}
const fresh = mkdtempSync(join(tmpdir(), 'pilah-api-'));
/** @type {[string, string[]][]} */
const checks = [
  ['build', [process.execPath, 'scripts/build-packages.mjs']],
  ['publint', tool('publint/src/cli.js', join(BUILT, 'pilah'), '--strict')],
  [
    'are the types wrong',
    // For ES modules alone: there is no CommonJS to be wrong about.
    tool(
      '@arethetypeswrong/cli/dist/index.js',
      join(BUILT, `pilah-${version}.tgz`),
      '--profile',
      'esm-only',
    ),
  ],
  // In the folder of its configuration, packages/.size-limit.json.
  ['sizes', tool('size-limit/bin.js')],
  ['docs/api is written anew', apiDocs(fresh)],
  // Where it differs: `npm run api-docs`.
  ['docs/api is of this code', ['git', 'diff', '--no-index', '--stat', '--exit-code', API, fresh]],
];
const failed = checks.filter(([name, command]) => {
  console.log(`== ${name}`);
  return !succeeds(command, name === 'sizes' ? { cwd: join(ROOT, 'packages') } : {});
});
rmSync(fresh, { recursive: true });
for (const [name] of failed) console.log(`check failed: ${name}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function apiDocs(/** @type {string} */ folder) {
  const options = join(ROOT, 'packages', 'typedoc.json');
  return tool('typedoc/bin/typedoc', '--options', options, '--out', folder, '--logLevel', 'Warn');
}
