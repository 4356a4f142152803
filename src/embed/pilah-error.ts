/** The one kind of error that the package throws, and every code that it may have. */
import { CodedError } from '../domain/coded-error';

/** docs/embedding.md says for each what to do. */
export const PILAH_ERROR_CODES = [
  /** The bytes are neither JPEG nor PNG, whatever the name says. */
  'not-jpeg-or-png',
  /** The file could not be read: deleted, moved or locked since it was chosen. */
  'file-unreadable',
  /** JPEG or PNG by its first bytes, but it cannot be decoded: cut off, broken, or of a rare kind. */
  'photo-damaged',
  /** More than 120 megapixels, or more than this device can hold. */
  'photo-too-large',
  /** What was given is none of the kinds of source. */
  'source-unsupported',
  /** There are no pixels: an image that is not loaded, a video without a frame, an empty canvas, a closed bitmap. */
  'source-empty',
  /** The pixels come from another origin that has not allowed reading them (CORS). */
  'source-tainted',
  /** A file of the model could not be fetched: no network, or it broke off again and again. */
  'model-unreachable',
  /** A file of the model began to arrive, or should have, and then nothing came any more. */
  'model-stalled',
  /** The server has no such file of the model. */
  'model-missing',
  /** The server answers that it cannot, again and again. */
  'server-failed',
  /** Somebody in between answers: a page to sign in, or a redirect elsewhere. */
  'model-intercepted',
  /** A file of the model has the wrong content, or is of another version than the package. */
  'model-corrupt',
  /** No way of computing works here. */
  'no-backend',
  /** The network failed on a photo. */
  'inference-failed',
  /** The worker's file did not start: it is not where it should be, of another origin, or a content policy forbids it. */
  'worker-unreachable',
  /** The worker stopped twice, most likely out of memory. */
  'worker-crashed',
  /** This instance was disposed of. */
  'disposed',
] as const;

/** Stable: codes are added in minor versions and taken away in major ones only. */
export type PilahErrorCode = (typeof PILAH_ERROR_CODES)[number];

/**
 * Everything that `load()` and an instance reject with, but for what a caller's own `AbortSignal` gives as its reason.
 *
 * Go by `code`; `message` is for developers, in English.
 */
export class PilahError extends Error {
  override readonly name = 'PilahError';

  constructor(
    readonly code: PilahErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }
}

/** As the package's own; what has no code of these failed inside the network. */
export function toPilahError(error: unknown): PilahError {
  if (error instanceof PilahError) return error;
  if (error instanceof CodedError) {
    const code = PILAH_ERROR_CODES.find((known) => known === error.code);
    if (code) return new PilahError(code, error.detail, { cause: error });
  }
  return new PilahError('inference-failed', String(error), { cause: error });
}
