/** What can be the case with the photo on the sorting table, and which question the page asks about it. */
import type { Classification } from '../domain/classification';
import type { CodedFailure, ErrorCode } from '../domain/coded-error';

export interface ChosenPhoto {
  file: File;
  /** An object URL that the store owns and frees. */
  previewUrl: string;
}

export type PhotoState =
  | { kind: 'none' }
  | ({ kind: 'chosen' } & ChosenPhoto)
  /** With the network, or waiting for it: which of the two, the engine's status says. */
  | ({ kind: 'classifying' } & ChosenPhoto)
  | ({ kind: 'done'; classification: Classification } & ChosenPhoto)
  | ({ kind: 'failed'; failure: CodedFailure } & ChosenPhoto);

/** `serial` grows with each alert, so that the same one twice is announced twice. */
export interface PhotoAlert {
  code: ErrorCode;
  serial: number;
}

export function chosenPhoto(photo: PhotoState): ChosenPhoto | undefined {
  return photo.kind === 'none' ? undefined : { file: photo.file, previewUrl: photo.previewUrl };
}
