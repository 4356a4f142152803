/** What there is to classify, one photo at a time. Types only. */
import type { FileOutcome } from '../file-outcome';

export type PhotoInput =
  /** `name` is the path. */
  | { kind: 'file'; name: string }
  /** `name` is the archive's path and the entry's: `photos.zip/inner/a.jpg`. */
  | { kind: 'entry'; name: string; bytes: Uint8Array }
  /** No bytes came: an archive, or an entry of one, that cannot be read. */
  | { kind: 'broken'; name: string; outcome: Extract<FileOutcome, { kind: 'failed' }> };
