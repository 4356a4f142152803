/** Reads what the three test runners wrote and counts: a runner that crashed counts as one failure. */
import { readFileSync, rmSync } from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/**
 * Counts one suite's report, then doubts it: no report, no test, or a bad exit without a failed
 * test are each one failure.
 *
 * @param {{report: string, read: (text: string) => Counts, run: () => boolean}} suite
 * @returns {Counts}
 */
export function countSuite({ report, read, run }) {
  rmSync(report, { force: true });
  const succeeded = run();
  const counts = readCounts(report, read);
  if (!counts || counts.passed + counts.failed === 0 || (!succeeded && counts.failed === 0)) {
    return { passed: counts?.passed ?? 0, failed: 1, skipped: counts?.skipped ?? 0 };
  }
  return counts;
}

/** The line that ends a test run. */
export function closingLine(/** @type {Counts} */ { passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** Vitest's JSON. A file that cannot be loaded has no tests: it counts as one failure. @returns {Counts} */
export function readVitest(/** @type {string} */ text) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    JSON.parse(text);
  const broken = testResults.filter(
    (/** @type {{status: string, assertionResults: unknown[]}} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/** pytest's JUnit XML: the counts stand in the attributes of `<testsuite>`. @returns {Counts} */
export function readJunit(/** @type {string} */ text) {
  const [suite = ''] = /<testsuite [^>]*>/.exec(text) ?? [];
  const count = (/** @type {string} */ name) =>
    Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  const skipped = count('skipped');
  return { passed: count('tests') - failed - skipped, failed, skipped };
}

/** Playwright's JSON. Errors outside of any test count as failures. @returns {Counts} */
export function readPlaywright(/** @type {string} */ text) {
  const { stats, errors } = JSON.parse(text);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * @param {string} report
 * @param {(text: string) => Counts} read
 */
function readCounts(report, read) {
  try {
    return read(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
