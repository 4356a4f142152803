import { describe, expect, test } from 'vitest';
import { performanceDoc } from './performance-doc';
import { benchReport, pageFigures } from './testing';

describe('docs/performance.md', () => {
  test('quotes the table, the growth and the page of the run', () => {
    const doc = performanceDoc(benchReport(), 'performance.svg');
    expect(doc).toContain('| pilah-relaxed |');
    expect(doc).toContain('](performance.svg)');
    expect(doc).toMatch(/\| command line \| +100 \| +120 \| +- \|/);
    expect(doc).toContain('8.33 photos a second');
    expect(doc).toContain('101 KB');
    expect(doc).toContain('0.87 s');
    expect(doc).toContain('0.41 s');
    expect(doc).toContain('in 100 ms each: 0.97 of the rate');
    expect(doc).toContain('1.32 s');
  });

  test('of an idle machine says so', () => {
    const doc = performanceDoc(benchReport(), 'p.svg');
    expect(doc).toContain('was idle');
    expect(doc).not.toContain('was busy');
  });

  test('of a busy machine warns of its own figures', () => {
    const { machine } = benchReport();
    const doc = performanceDoc(benchReport({ machine: { ...machine, busyShare: 0.93 } }), 'p.svg');
    expect(doc).toContain('**The machine was busy**: other programs used 93 %');
    expect(doc).not.toContain('was idle');
  });

  test('names the engines that could not run, with the reason', () => {
    const skipped = [{ engine: 'litert-wasm', threads: 2, reason: 'no file' }];
    expect(performanceDoc(benchReport({ skipped }), 'p.svg')).toContain(
      'Not measured: litert-wasm, threads: 2. no file',
    );
  });

  test('says that Lighthouse did not run rather than nothing', () => {
    const { lighthouse: _, ...page } = pageFigures;
    expect(performanceDoc(benchReport({ page }), 'p.svg')).toContain('did not run');
  });

  test('says what could not be measured', () => {
    const { commandLine: _, photoRow: __, page: ___, ...rest } = benchReport();
    const doc = performanceDoc(rest, 'p.svg');
    expect(doc).toContain('The command line was not measured.');
    expect(doc).toContain('in a row through the page were not measured');
    expect(doc).toMatch(/the page +\| +not measured/);
  });
});
