/** A thread that reads photos, one after another, so that the next is decoded while the network computes on this one. */
import { type CodedFailure, toCodedFailure } from '../domain/coded-error';
import { PHOTO_SIZE } from '../domain/photo-size';
import { readPhoto } from '../imaging/read-photo';

declare const self: DedicatedWorkerGlobalScope;

export interface ReadRequest {
  id: number;
  photo: Blob;
}

export type ReadAnswer =
  | { id: number; rgb: Uint8Array<ArrayBuffer> }
  | { id: number; failure: CodedFailure };

function post(answer: ReadAnswer, transfer: Transferable[] = []): void {
  self.postMessage(answer, transfer);
}

self.onmessage = async ({ data: { id, photo } }: MessageEvent<ReadRequest>) => {
  try {
    const rgb = await readPhoto(photo, PHOTO_SIZE);
    post({ id, rgb }, [rgb.buffer]);
  } catch (error) {
    post({ id, failure: toCodedFailure(error, 'photo-damaged') });
  }
};
