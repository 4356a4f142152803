/** Runs every test there is, each suite even if one before it failed, and ends with one line of counts. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from './build-site.mjs';
import { ensureChromium } from './find-chromium.mjs';
import { ensureEngines } from './find-engines.mjs';
import { ensureHosts } from './find-hosts.mjs';
import { ensureShells } from './find-shells.mjs';
import { ensurePython } from './python-environment.mjs';
import { packageCommand, ROOT, succeeds } from './run-command.mjs';
import { closingLine, countSuite, readJunit, readPlaywright, readVitest } from './test-reports.mjs';

const reports = join(ROOT, 'test-results');
mkdirSync(reports, { recursive: true });

const unitReport = join(reports, 'unit.json');
const pythonReport = join(reports, 'python.xml');
const endToEndReport = join(reports, 'end-to-end.json'); // as playwright.config.ts says

const suites = [
  {
    name: 'unit tests',
    report: unitReport,
    read: readVitest,
    run: () =>
      succeeds([
        ...packageCommand('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'),
        `--outputFile.json=${unitReport}`,
      ]),
  },
  {
    name: 'Python tests',
    report: pythonReport,
    read: readJunit,
    run: () => {
      const python = ensurePython();
      return python !== undefined && succeeds([python, ...pytest(pythonReport)]);
    },
  },
  { name: 'end-to-end tests', report: endToEndReport, read: readPlaywright, run: runEndToEnd },
];

// Found first: what has to be installed is missing before the wait, not after it.
const chromium = await ensureChromium();
ensureEngines();
ensureHosts();
ensureShells();
const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  console.log(`== ${suite.name}`);
  const counts = countSuite(suite);
  console.log(`${suite.name}: ${closingLine(counts)}\n`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

function pytest(/** @type {string} */ report) {
  return ['-m', 'pytest', 'training', 'batch', '-q', `--junitxml=${report}`];
}

/** What strangers install: their pages are among the tests. */
function buildPackages() {
  return (
    succeeds([process.execPath, 'scripts/ensure-dependencies.mjs', 'packages']) &&
    succeeds([process.execPath, 'scripts/build-packages.mjs'])
  );
}

function runEndToEnd() {
  if (!chromium) {
    console.error('No Chromium could be found or installed; set CHROMIUM_PATH to one.');
    return false;
  }
  if (!buildSite({ isQuiet: true }) || !buildPackages()) return false;
  return succeeds(packageCommand('@playwright/test/cli.js', 'test'), {
    env: { CHROMIUM_PATH: chromium },
  });
}
