/** The page's hand on the worker: gives each photo an id, turns messages into promises, and passes status on. */
import type { Classification } from '../domain/classification';
import { CodedError } from '../domain/coded-error';
import type { BackendWish, EngineStatus } from '../domain/engine-status';
import type { ModelInfo } from '../domain/model-info';
import type { MessageFromWorker, RequestToWorker } from '../worker/protocol';

export interface ClassifierClientOptions {
  /** Called once now, and again by `load()` after the worker has crashed. */
  createWorker: () => Worker;
  /** Absolute, so that page and worker mean the same file. */
  manifestUrl: string;
  /** Where workers have no canvas: reads the photo on the page, to RGB of the network's size. */
  readPhoto?: (photo: Blob) => Promise<Uint8Array>;
  /** Asked anew at each load. */
  backend: () => BackendWish;
  onStatus: (status: EngineStatus) => void;
  onModelInfo: (info: ModelInfo) => void;
}

export interface ClassifierClient {
  /** Starts loading the model, or starts anew after a failure. Its progress comes through `onStatus`. */
  load(): void;
  /** Loads the model in a new worker, on the backend that is wished for now. Fails what was under way. */
  restart(): void;
  /**
   * Waits for the model if it is still loading. Rejects with a CodedError, or with the signal's
   * reason when it is aborted; an aborted job never answers later.
   */
  classify(photo: Blob, signal?: AbortSignal): Promise<Classification>;
}

interface PendingJob {
  resolve: (classification: Classification) => void;
  reject: (reason: unknown) => void;
}

export function createClassifierClient(options: ClassifierClientOptions): ClassifierClient {
  const pending = new Map<number, PendingJob>();
  let nextId = 1;
  let worker: Worker | undefined;

  function startWorker(): Worker {
    const started = options.createWorker();
    started.onmessage = (event: MessageEvent<MessageFromWorker>) => receive(event.data);
    started.onerror = (event) => crash(started, event.message);
    started.onmessageerror = () => crash(started, 'a message could not be read');
    return started;
  }

  function receive(message: MessageFromWorker): void {
    switch (message.kind) {
      case 'status':
        options.onStatus(message.status);
        return;
      case 'model-info':
        options.onModelInfo(message.info);
        return;
      case 'result':
        take(message.id)?.resolve(message.classification);
        return;
      case 'failed':
        take(message.id)?.reject(new CodedError(message.failure.code, message.failure.detail));
        return;
      case 'cancelled':
        pending.delete(message.id);
        return;
      default:
        message satisfies never;
    }
  }

  function take(id: number): PendingJob | undefined {
    const job = pending.get(id);
    pending.delete(id);
    return job;
  }

  function crash(crashed: Worker, detail: string): void {
    crashed.terminate();
    if (worker === crashed) worker = undefined;
    failPending(detail);
    options.onStatus({ kind: 'failed', failure: { code: 'worker-crashed', detail } });
  }

  function failPending(detail: string): void {
    const jobs = [...pending.values()];
    pending.clear();
    for (const job of jobs) job.reject(new CodedError('worker-crashed', detail));
  }

  function send(request: RequestToWorker): void {
    worker?.postMessage(request);
  }

  function load(): void {
    worker ??= startWorker();
    send({ kind: 'load', manifestUrl: options.manifestUrl, backend: options.backend() });
  }

  function restart(): void {
    worker?.terminate();
    worker = undefined;
    failPending('the model is loaded anew');
    load();
  }

  function classify(photo: Blob, signal?: AbortSignal): Promise<Classification> {
    signal?.throwIfAborted();
    if (!worker) load();
    const id = nextId++;
    const answer = new Promise<Classification>((resolve, reject) => {
      pending.set(id, { resolve, reject });
      signal?.addEventListener(
        'abort',
        () => {
          if (!take(id)) return;
          send({ kind: 'cancel', id });
          reject(signal.reason);
        },
        { once: true },
      );
    });
    if (options.readPhoto) void sendRead(id, options.readPhoto(photo));
    else send({ kind: 'classify', id, photo });
    return answer;
  }

  async function sendRead(id: number, reading: Promise<Uint8Array>): Promise<void> {
    try {
      const photo = await reading;
      if (pending.has(id)) send({ kind: 'classify', id, photo });
    } catch (error) {
      take(id)?.reject(error);
    }
  }

  return { load, restart, classify };
}
