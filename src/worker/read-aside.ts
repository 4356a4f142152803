/** The engine's hand on the thread that reads photos; without that thread it reads them itself. */
import { CodedError } from '../domain/coded-error';
import { PHOTO_SIZE } from '../domain/photo-size';
import { readPhoto } from '../imaging/read-photo';
import type { ReadAnswer, ReadRequest } from './photo-reader';
import { startSideThread } from './side-thread';

interface Waiting {
  photo: Blob;
  resolve: (rgb: Uint8Array | Promise<Uint8Array>) => void;
  reject: (error: CodedError) => void;
}

export interface Reader {
  /** To RGB of the network's size. Rejects with the CodedErrors of `readPhoto`. */
  read(photo: Blob): Promise<Uint8Array>;
  /** The thread has ended: from now on, and what it had, is read here. */
  readHere(): void;
}

export function startReader(): Reader {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let thread: MessagePort | undefined = startSideThread('reader');
  thread.onmessage = ({ data }: MessageEvent<ReadAnswer>) => receive(data);

  function receive(answer: ReadAnswer): void {
    const job = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('rgb' in answer) job?.resolve(answer.rgb);
    else job?.reject(new CodedError(answer.failure.code, answer.failure.detail));
  }

  return {
    read(photo) {
      if (!thread) return readPhoto(photo, PHOTO_SIZE);
      const request: ReadRequest = { id: nextId++, photo };
      thread.postMessage(request);
      return new Promise((resolve, reject) => waiting.set(request.id, { photo, resolve, reject }));
    },
    readHere() {
      thread = undefined;
      for (const { photo, resolve } of waiting.values()) resolve(readPhoto(photo, PHOTO_SIZE));
      waiting.clear();
    },
  };
}
