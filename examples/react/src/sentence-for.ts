/** What a person reads when something did not work. */
import { PilahError, type PilahErrorCode } from 'pilah';

/** What a person can do something about has a sentence of its own. */
const SENTENCES: Partial<Record<PilahErrorCode, string>> = {
  'not-jpeg-or-png': 'This is no JPEG or PNG photo.',
  'file-unreadable': 'This file cannot be read. Choose it again.',
  'photo-damaged': 'This photo is damaged. Try another one.',
  'photo-too-large': 'This photo has too many pixels.',
  'model-unreachable': 'The model could not be downloaded. Are you online?',
};

export function sentenceFor(error: unknown): string {
  if (!(error instanceof PilahError)) return 'This did not work.';
  return SENTENCES[error.code] ?? `This did not work (${error.code}).`;
}
