/** Writes one file's outcome as one line of text or JSON; prints nothing. */
import { topClass } from '../src/domain/classification';
import type { ErrorCode } from '../src/domain/coded-error';
import { encodeSight } from '../src/domain/lesson';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import type { FileOutcome } from './file-outcome';

/** `photo.jpg<TAB>glass<TAB>93 %<TAB>sure`, or `photo.jpg<TAB>error<TAB>code<TAB>sentence`. No line end. */
export function textLine(file: string, outcome: FileOutcome): string {
  return [onOneLine(file), ...textFields(outcome)].join('\t');
}

function textFields(outcome: FileOutcome): string[] {
  if (outcome.kind === 'failed') {
    const { code } = outcome.failure;
    return ['error', code, ERROR_SENTENCES[code]];
  }
  const { id, probability } = topClass(outcome.classification);
  return [id, `${Math.round(probability * 100)} %`, outcome.classification.verdict];
}

/** One JSON object with the keys that the usage text names. No line end. */
export function jsonLine(file: string, outcome: FileOutcome, withEmbedding = false): string {
  if (outcome.kind === 'failed') {
    const { code } = outcome.failure;
    return JSON.stringify({ file, error: { code, message: ERROR_SENTENCES[code] } });
  }
  const { classification, fileMs } = outcome;
  const top = topClass(classification);
  const byClass = new Map(classification.ranking.map(({ id, probability }) => [id, probability]));
  return JSON.stringify({
    file,
    class: top.id,
    probability: top.probability,
    verdict: classification.verdict,
    probabilities: Object.fromEntries(WASTE_CLASS_IDS.map((id) => [id, byClass.get(id)])),
    ms: Math.round(fileMs * 10) / 10,
    ...(withEmbedding ? encodeSight(classification.sight) : {}),
  });
}

/** A file name may hold line ends and tabs, which would break the line, and signs that turn its direction or a terminal's colours. */
function onOneLine(file: string): string {
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
} as const satisfies Record<ErrorCode, string>;
