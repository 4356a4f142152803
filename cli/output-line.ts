/** Writes what became of one file as one line of text, JSON or CSV; prints nothing. */
import { topClass } from '../src/domain/classification';
import { encodeSight } from '../src/domain/lesson';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import type { OutputFormat } from './arguments/parse-arguments';
import type { FileErrorCode } from './cli-error';
import type { FileOutcome } from './file-outcome';
import { csvLine } from './output/csv-line';

export interface Answer {
  file: string;
  outcome: FileOutcome;
  /** Where the photo was sorted to. */
  to?: string | undefined;
}

export interface LineOptions {
  format: OutputFormat;
  topK?: number | undefined;
  embedding?: boolean;
  /** Whether photos are sorted into folders: CSV then has a column for it. */
  isSorted?: boolean;
}

/** With its line end. */
export function outputLine(answer: Answer, options: LineOptions): string {
  switch (options.format) {
    case 'text':
      return `${textLine(answer, options.topK)}\n`;
    case 'json':
      return `${jsonLine(answer, options)}\n`;
    case 'csv':
      return csvLine(csvCells(answer, options));
    default:
      return options.format satisfies never;
  }
}

/** What a file begins with, before any answer. */
export function outputHeader({ format, topK = 0, isSorted = false }: LineOptions): string {
  if (format !== 'csv') return '';
  const places = Array.from({ length: topK }, (_, at) => [
    `class_${at + 1}`,
    `probability_${at + 1}`,
  ]);
  const sorted = isSorted ? ['to'] : [];
  return csvLine(['file', 'class', 'probability', 'verdict', 'error', ...places.flat(), ...sorted]);
}

/** `photo.jpg<TAB>glass<TAB>93 %<TAB>sure`, or `photo.jpg<TAB>error<TAB>code<TAB>sentence`. No line end. */
export function textLine({ file, outcome, to }: Answer, topK = 0): string {
  const sorted = to === undefined ? [] : [onOneLine(to)];
  return [onOneLine(file), ...textFields(outcome, topK), ...sorted].join('\t');
}

function textFields(outcome: FileOutcome, topK: number): string[] {
  if (outcome.kind === 'failed') {
    const { code } = outcome.failure;
    return ['error', code, ERROR_SENTENCES[code]];
  }
  const { ranking, verdict } = outcome.classification;
  const { id, probability } = topClass(outcome.classification);
  const places = ranking.slice(0, topK).map((one) => `${one.id} ${percent(one.probability)}`);
  return [id, percent(probability), verdict, ...places];
}

function percent(probability: number): string {
  return `${Math.round(probability * 100)} %`;
}

/** One JSON object with the keys that the help names. No line end. */
export function jsonLine(
  { file, outcome, to }: Answer,
  { topK, embedding = false }: Partial<LineOptions> = {},
): string {
  if (outcome.kind === 'failed') {
    const { code } = outcome.failure;
    return JSON.stringify({ file, error: { code, message: ERROR_SENTENCES[code] } });
  }
  const { classification, fileMs } = outcome;
  const top = topClass(classification);
  const byClass = new Map(classification.ranking.map(({ id, probability }) => [id, probability]));
  const places = classification.ranking
    .slice(0, topK)
    .map(({ id, probability }) => ({ class: id, probability }));
  return JSON.stringify({
    file,
    class: top.id,
    probability: top.probability,
    verdict: classification.verdict,
    probabilities: Object.fromEntries(WASTE_CLASS_IDS.map((id) => [id, byClass.get(id)])),
    ms: Math.round(fileMs * 10) / 10,
    ...(topK ? { top: places } : {}),
    ...(to === undefined ? {} : { to }),
    ...(embedding ? encodeSight(classification.sight) : {}),
  });
}

function csvCells({ file, outcome, to = '' }: Answer, { topK = 0, isSorted }: LineOptions) {
  const sorted = isSorted ? [to] : [];
  if (outcome.kind === 'failed') {
    const places = Array.from({ length: 2 * topK }, () => '');
    return [file, '', '', '', outcome.failure.code, ...places, ...sorted];
  }
  const { ranking, verdict } = outcome.classification;
  const { id, probability } = topClass(outcome.classification);
  const places = ranking.slice(0, topK).flatMap((one) => [one.id, one.probability]);
  return [file, id, probability, verdict, '', ...places, ...sorted];
}

/** A file name may hold line ends and tabs, which would break the line, and signs that turn its direction or a terminal's colours. */
export function onOneLine(file: string): string {
  return file.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '?');
}

export const ERROR_SENTENCES = {
  'no-photo': 'No photo was given.',
  'not-jpeg-or-png': 'The file is neither a JPEG nor a PNG image.',
  'file-unreadable': 'The file cannot be read: it is missing, a folder, or not permitted.',
  'photo-damaged': 'The photo cannot be decoded: it is cut off, broken or of a rare kind.',
  'photo-too-large': 'The photo has more pixels than can be held in memory.',
  'camera-denied': 'The camera may not be used.',
  'camera-missing': 'There is no camera.',
  'camera-busy': 'The camera does not answer.',
  'part-unreachable': 'A part of the program could not be fetched.',
  'model-unreachable': 'A file of the model is missing.',
  'model-stalled': 'A file of the model stopped arriving.',
  'model-missing': 'A file of the model is not on the server.',
  'server-failed': 'The server cannot send the model.',
  'model-intercepted': 'Something else answered in place of the model.',
  'storage-refused': 'The model cannot be kept.',
  'model-corrupt': 'A file of the model has the wrong content.',
  'no-backend': 'WebAssembly does not work here.',
  'inference-failed': 'The network failed on this photo.',
  'worker-crashed': 'The thread that classified this photo stopped.',
  'lessons-unkept': 'The lessons cannot be kept.',
  'lessons-invalid': 'The file holds no lessons for this version of the model.',
  'history-unavailable': 'The history cannot be opened.',
  'history-newer': 'The history was written by a newer version.',
  'history-damaged': 'Part of the history is damaged.',
  'import-invalid': 'The file is no history.',
  'archive-damaged': 'The archive, or this part of it, cannot be read to its end.',
  'entry-encrypted': 'This part of the archive needs a password.',
  'entry-too-large': 'This part of the archive is larger than any photo.',
} as const satisfies Record<FileErrorCode, string>;
