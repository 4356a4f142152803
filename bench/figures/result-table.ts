/** The engines' rows as a table of texts: the command prints it, the page draws it, the docs quote it. Pure. */
import { type EngineRow, REFERENCE } from './report';

export type Table = readonly (readonly string[])[];

export const HEADINGS = [
  'engine',
  'threads',
  'first ms',
  'median ms',
  'min ms',
  'memory MB',
  'download MB',
  '× median',
  '× min',
] as const;

/** Words on the left, numbers on the right. */
const TEXT_COLUMNS = 1;
const NOT_MEASURED = '-';

/** The headings, then a row for each engine. The ratios say how many times faster than the reference. */
export function resultTable(engines: readonly EngineRow[]): Table {
  const reference = engines.find(
    ({ engine, threads }) => engine === REFERENCE.engine && threads === REFERENCE.threads,
  );
  const rows = engines.map((row) => [
    row.engine,
    String(row.threads),
    row.firstMs.toFixed(0),
    row.medianMs.toFixed(0),
    row.minMs.toFixed(0),
    row.memoryMB.toFixed(0),
    (row.downloadBytes / 1e6).toFixed(1),
    ratio(reference?.medianMs, row.medianMs),
    ratio(reference?.minMs, row.minMs),
  ]);
  return [HEADINGS, ...rows];
}

/** For a terminal, and for a message that somebody sends. */
export function alignedText(table: Table): string {
  const widths = columnWidths(table);
  return table.map((row) => row.map(padTo(widths)).join('  ').trimEnd()).join('\n');
}

export function markdown(table: Table): string {
  const widths = columnWidths(table).map((width) => Math.max(width, 3));
  const line = (cells: readonly string[]) => `| ${cells.map(padTo(widths)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column < TEXT_COLUMNS ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head = [], ...rows] = table;
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function ratio(referenceMs: number | undefined, ms: number): string {
  return referenceMs === undefined ? NOT_MEASURED : (referenceMs / ms).toFixed(2);
}

function columnWidths(table: Table): number[] {
  const [head = []] = table;
  return head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
}

function padTo(widths: readonly number[]) {
  return (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return column < TEXT_COLUMNS ? cell.padEnd(width) : cell.padStart(width);
  };
}
