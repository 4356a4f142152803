/** A report for tests; its figures are made up. */
import type { BenchReport, EngineRow, PageFigures } from './report';

export function engineRow(row: Partial<EngineRow> = {}): EngineRow {
  return {
    engine: 'pilah-relaxed',
    threads: 1,
    firstMs: 300,
    medianMs: 200,
    minMs: 190,
    memoryMB: 35.7,
    downloadBytes: 12_700_000,
    ...row,
  };
}

export const tfjsRow = engineRow({
  engine: 'tfjs-wasm',
  firstMs: 1400,
  medianMs: 1100,
  minMs: 1045,
  memoryMB: 244,
});

export const pageFigures: PageFigures = {
  shellJsBytes: 101_234,
  workerJsBytes: 40_000,
  reloadToReadyMs: 870,
  weightsMs: 412,
  reloads: 5,
  lighthouse: {
    runs: 5,
    version: '12.8.2',
    largestContentfulPaintMs: 1320,
    totalBlockingTimeMs: 12,
    cumulativeLayoutShift: 0,
  },
};

export function benchReport(report: Partial<BenchReport> = {}): BenchReport {
  return {
    userAgent: 'Test/1',
    cores: 2,
    isIsolated: true,
    runs: 20,
    engines: [engineRow(), tfjsRow],
    skipped: [],
    growth: [
      { where: 'browser', photos: 100, totalMs: 20_100, msPerPhoto: 201, memoryMB: 35.7 },
      { where: 'command line', photos: 100, totalMs: 12_000, msPerPhoto: 120 },
    ],
    commandLine: { photos: 100, jobs: 2, photosPerSecond: 8.33 },
    photoRow: { photos: 200, msPerPhoto: 100, engineMs: 97 },
    page: pageFigures,
    machine: {
      cpu: 'Test CPU',
      cores: 2,
      memoryGB: 24,
      system: 'Linux 6',
      node: 'v20',
      browser: 'Chromium 1',
      date: '2026-01-01',
      commit: 'abc1234',
      busyShare: 0.01,
    },
    ...report,
  };
}
