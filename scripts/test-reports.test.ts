/** The last line of a test run must not be rosier than the run was. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closingLine, countSuite, readJunit, readPlaywright, readVitest } from './test-reports.mjs';

const report = join(mkdtempSync(join(tmpdir(), 'pilah-')), 'report');
const read = (text: string) => JSON.parse(text);
const suite = (counts: object | undefined, succeeded: boolean) => ({
  report,
  read,
  run: () => {
    if (counts) writeFileSync(report, JSON.stringify(counts));
    return succeeded;
  },
});

describe('countSuite', () => {
  const green = { passed: 3, failed: 0, skipped: 1 };

  it('takes a good run at its word', () => {
    expect(countSuite(suite(green, true))).toEqual(green);
  });

  it('takes failures as they are', () => {
    const red = { passed: 3, failed: 2, skipped: 0 };
    expect(countSuite(suite(red, false))).toEqual(red);
  });

  it('counts a runner that wrote nothing as one failure', () => {
    expect(countSuite(suite(undefined, true))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a run without a test as one failure', () => {
    const empty = { passed: 0, failed: 0, skipped: 2 };
    expect(countSuite(suite(empty, true))).toEqual({ passed: 0, failed: 1, skipped: 2 });
  });

  it('counts a bad exit without a failed test as one failure', () => {
    expect(countSuite(suite(green, false))).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('does not read the report of an earlier run', () => {
    countSuite(suite(green, true));
    expect(countSuite(suite(undefined, true)).passed).toBe(0);
  });
});

describe('the readers', () => {
  it('count a Vitest file that cannot be loaded', () => {
    const text = JSON.stringify({
      numPassedTests: 4,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
      ],
    });
    expect(readVitest(text)).toEqual({ passed: 4, failed: 2, skipped: 1 });
  });

  it('count what pytest calls errors as failures', () => {
    const text =
      '<?xml version="1.0"?><testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1.0">';
    expect(readJunit(text)).toEqual({ passed: 4, failed: 3, skipped: 3 });
  });

  it("count Playwright's errors outside of tests", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    const text = JSON.stringify({ stats, errors: [{}] });
    expect(readPlaywright(text)).toEqual({ passed: 6, failed: 2, skipped: 2 });
  });
});

describe('closingLine', () => {
  it('names skipped tests only where there are any', () => {
    expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed');
    expect(closingLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped');
  });
});
