/** What can go wrong with a file in the command line alone; the page's codes are in src/domain/coded-error.ts. */
import type { ErrorCode } from '../src/domain/coded-error';

export const CLI_ERROR_CODES = [
  /** A zip or tar archive, or a part of it, cannot be read to its end. */
  'archive-damaged',
  /** A part of an archive needs a password. */
  'entry-encrypted',
  /** A part of an archive would be larger than any photo, packed or not. */
  'entry-too-large',
] as const;

export type FileErrorCode = ErrorCode | (typeof CLI_ERROR_CODES)[number];

/** Ends the command with status 2: what was asked for does not fit what is there. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Ends the command with status 1, with nothing lost: it can go on once the cause is gone. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
