/** The answers of a queue as files for others: CSV for spreadsheets, JSON for programs. Pure. */
import { CLASS_BINS } from '../content/bins';
import { topClass } from '../domain/classification';
import type { QueueItem } from '../domain/photo-queue';

/** One line of a report: an answer, an error, or nothing yet. */
export interface ReportRow {
  file: string;
  class: string;
  /** 0 to 1, of the top class. */
  probability: number | undefined;
  verdict: string;
  bin: string;
  error: string;
}

const COLUMNS = ['file', 'class', 'probability', 'verdict', 'bin', 'error'] as const;

/** So that a spreadsheet takes the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
/** Spreadsheets compute cells that begin so: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA_START = /^[=+\-@\t\r]/;

export function reportRow({ file, outcome }: QueueItem): ReportRow {
  const empty = {
    file: file.name,
    class: '',
    probability: undefined,
    verdict: '',
    bin: '',
    error: '',
  };
  if (outcome.kind === 'failed') return { ...empty, error: outcome.failure.code };
  if (outcome.kind !== 'done') return empty;
  const { id, probability } = topClass(outcome.classification);
  const { verdict } = outcome.classification;
  return {
    ...empty,
    class: id,
    probability,
    verdict,
    bin: verdict === 'not-waste' ? '' : CLASS_BINS[id],
  };
}

/** RFC 4180: commas, quotes doubled, CRLF. */
export function toCsv(items: readonly QueueItem[]): string {
  const lines = items.map((item) => {
    const row = reportRow(item);
    return COLUMNS.map((column) => toCell(row[column])).join(',');
  });
  return BYTE_ORDER_MARK + [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function toCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return value.toFixed(4);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What the command line's `--json` says of a photo, in one array; photos without an answer are left out. */
export function toJson(items: readonly QueueItem[]): string {
  const answers = items.flatMap(({ file, outcome }): object[] => {
    if (outcome.kind === 'failed')
      return [{ file: file.name, error: { code: outcome.failure.code } }];
    if (outcome.kind !== 'done') return [];
    const { ranking, verdict } = outcome.classification;
    const { id, probability } = topClass(outcome.classification);
    const probabilities = Object.fromEntries(ranking.map((one) => [one.id, one.probability]));
    return [{ file: file.name, class: id, probability, verdict, probabilities }];
  });
  return `${JSON.stringify(answers, null, 2)}\n`;
}
