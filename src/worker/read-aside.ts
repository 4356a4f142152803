/** The engine's hand on the thread that reads photos; without that thread it reads them itself. */
import { CodedError } from '../domain/coded-error';
import { PHOTO_SIZE } from '../domain/photo-size';
import { readPhoto } from '../imaging/read-photo';
import type { ReadAnswer, ReadRequest } from './photo-reader';

export type ReadPhoto = (photo: Blob) => Promise<Uint8Array>;

interface Waiting {
  photo: Blob;
  resolve: (rgb: Uint8Array | Promise<Uint8Array>) => void;
  reject: (error: CodedError) => void;
}

/**
 * Starts the thread. What is returned reads a photo to RGB of the network's size; it rejects with the CodedErrors of
 * `readPhoto`.
 */
export function startReader(): ReadPhoto {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let thread = startThread();

  function startThread(): Worker | undefined {
    if (typeof Worker === 'undefined') return undefined; // Safari before 15.5 has none inside a worker
    const started = new Worker(new URL('./photo-reader.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<ReadAnswer>) => receive(data);
    started.onerror = () => {
      started.terminate();
      thread = undefined;
      for (const { photo, resolve } of waiting.values()) resolve(readPhoto(photo, PHOTO_SIZE));
      waiting.clear();
    };
    return started;
  }

  function receive(answer: ReadAnswer): void {
    const job = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('rgb' in answer) job?.resolve(answer.rgb);
    else job?.reject(new CodedError(answer.failure.code, answer.failure.detail));
  }

  return (photo) => {
    if (!thread) return readPhoto(photo, PHOTO_SIZE);
    const request: ReadRequest = { id: nextId++, photo };
    thread.postMessage(request);
    return new Promise((resolve, reject) => waiting.set(request.id, { photo, resolve, reject }));
  };
}
