/** Errors that a person can meet. They cross threads as `{code, detail}`; their sentences live in src/content. */

/** Told on screens beside the first, and in parts of it that come later: their sentences come with those. */
export const SCREEN_ERROR_CODES = [
  /** This page may not use the camera: a person or a policy said no. */
  'camera-denied',
  /** There is no camera, or this page, loaded without https, gets none. */
  'camera-missing',
  /** There is a camera, but it does not start or it stopped. */
  'camera-busy',
  /** The history cannot be read or written: the browser denies it, has no room, or another tab holds it. */
  'history-unavailable',
  /** A newer page has changed the history's form. */
  'history-newer',
  /** Entries of the history cannot be read. */
  'history-damaged',
  /** A file that was to be brought into the history is none, or not one that may be let in. */
  'import-invalid',
  /** A file of lessons is none, or belongs to another version of the model. */
  'lessons-invalid',
  /** What was taught could not be written: storage is denied or full. */
  'lessons-unkept',
] as const;

export const ERROR_CODES = [
  /** Classify was pressed with nothing chosen. */
  'no-photo',
  /** The bytes are neither JPEG nor PNG, whatever the name says. */
  'not-jpeg-or-png',
  /** The file could not be read: deleted, moved or locked since it was chosen. */
  'file-unreadable',
  /** JPEG or PNG by its first bytes, but it cannot be decoded: cut off, broken, or of a rare kind. */
  'photo-damaged',
  /** More pixels than this device can hold. */
  'photo-too-large',
  /** A part of the page that loads when it is asked for, such as another language, could not be fetched. */
  'part-unreachable',
  /** A file of the model could not be fetched: no network, or it broke off again and again. */
  'model-unreachable',
  /** A file of the model began to arrive, or should have, and then nothing came any more. */
  'model-stalled',
  /** The server has no such file: this page is older or newer than what lies there. */
  'model-missing',
  /** The server answers that it cannot, again and again. */
  'server-failed',
  /** Somebody in between answers: a page to sign in, or a redirect elsewhere. */
  'model-intercepted',
  /** A file of the model has the wrong content, twice. */
  'model-corrupt',
  /** The model works, but this browser does not let it be kept: storage is denied or full. */
  'storage-refused',
  /** No way of computing works here: no WebGL and no WebAssembly with right results. */
  'no-backend',
  /** The network failed on a photo. */
  'inference-failed',
  /** The worker that owns the network stopped. */
  'worker-crashed',
  ...SCREEN_ERROR_CODES,
] as const;

export type ScreenErrorCode = (typeof SCREEN_ERROR_CODES)[number];
export type ErrorCode = (typeof ERROR_CODES)[number];

/** No photo's fault: all would fail in the same way until the model is there. */
export function isAboutModel(code: ErrorCode): boolean {
  return code.startsWith('model-') || code === 'server-failed' || code === 'no-backend';
}

/** An error as it crosses a thread. `detail` is for developers: English, never shown as the message. */
export interface CodedFailure {
  code: ErrorCode;
  detail: string;
}

export class CodedError extends Error {
  override readonly name = 'CodedError';

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }
}

/** What crosses the thread for any thrown value; a value without a code gets `fallback`. */
export function toCodedFailure(error: unknown, fallback: ErrorCode): CodedFailure {
  if (error instanceof CodedError) return { code: error.code, detail: error.detail };
  return { code: fallback, detail: error instanceof Error ? error.message : String(error) };
}
