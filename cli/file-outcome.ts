/** What became of one file: crosses from a classifying thread to the main one. Types only. */
import type { Classification } from '../src/domain/classification';
import type { FileErrorCode } from './cli-error';

export type FileOutcome =
  /** `fileMs`: from the file to the verdict, without loading the model. */
  | { kind: 'classified'; classification: Classification; fileMs: number }
  | { kind: 'failed'; failure: { code: FileErrorCode; detail: string } };
