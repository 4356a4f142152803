/** Sends thousands of mutated files through command line and page; prints what became of them. `-- FILES SEED` changes both. */
import { buildSite } from './build-site.mjs';
import { ensureChromium } from './find-chromium.mjs';
import { packageCommand, succeeds } from './run-command.mjs';

const [files = '2000', seed = ''] = process.argv.slice(2);
const chromium = await ensureChromium();
const env = {
  PILAH_FUZZ_FILES: files,
  ...(seed ? { PILAH_FUZZ_SEED: seed } : {}),
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
};
const isUnbroken = [
  succeeds(packageCommand('vitest/vitest.mjs', 'run', 'cli/fuzz.test.ts'), { env }),
  buildSite({ isQuiet: true }) &&
    succeeds(packageCommand('@playwright/test/cli.js', 'test', '--project', 'fuzz'), { env }),
];
process.exitCode = isUnbroken.every(Boolean) ? 0 : 1;
