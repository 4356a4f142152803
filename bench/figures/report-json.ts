/** The report as the JSON that `npm run bench -- --json FILE` writes. Pure. */
import type { BenchReport, EngineRow, PageMeasurement } from './report';

const MS_DIGITS = 2;
const MB_DIGITS = 2;

/** The engines first, each with exactly the named fields; then all else that was found. */
export function reportJson(report: BenchReport | PageMeasurement): string {
  const { engines, ...others } = report;
  return `${JSON.stringify({ engines: engines.map(engineFields), ...others }, null, 2)}\n`;
}

function engineFields(row: EngineRow): EngineRow {
  return {
    engine: row.engine,
    threads: row.threads,
    firstMs: rounded(row.firstMs, MS_DIGITS),
    medianMs: rounded(row.medianMs, MS_DIGITS),
    minMs: rounded(row.minMs, MS_DIGITS),
    memoryMB: rounded(row.memoryMB, MB_DIGITS),
    downloadBytes: row.downloadBytes,
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
