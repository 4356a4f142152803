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

self.onmessage = ({ data: port }: MessageEvent<MessagePort>) => {
  port.onmessage = async ({ data: { id, photo } }: MessageEvent<ReadRequest>) => {
    const { answer, transfer } = await read(id, photo);
    port.postMessage(answer, transfer);
  };
};

async function read(
  id: number,
  photo: Blob,
): Promise<{ answer: ReadAnswer; transfer: Transferable[] }> {
  try {
    const rgb = await readPhoto(photo, PHOTO_SIZE);
    return { answer: { id, rgb }, transfer: [rgb.buffer] };
  } catch (error) {
    return { answer: { id, failure: toCodedFailure(error, 'photo-damaged') }, transfer: [] };
  }
}
