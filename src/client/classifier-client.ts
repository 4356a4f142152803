/** The page's hand on the worker: gives each photo an id, turns messages into promises, starts anew after a crash. */
import type { Classification } from '../domain/classification';
import { CodedError, type CodedFailure } from '../domain/coded-error';
import type { BackendWish, EngineStatus, OfferReason } from '../domain/engine-status';
import type { Lesson, TeachReport } from '../domain/lesson';
import type { ModelInfo } from '../domain/model-info';
import { CHECK_PHOTOS_FILE } from '../domain/model-version';
import type {
  MessageFromWorker,
  ModelAddress,
  PhotoToClassify,
  RequestToWorker,
  SideThread,
} from '../worker/protocol';
import { isMessageFromWorker } from './check-message';

export interface ClassifierClientOptions {
  /** Called by the first `load()`, and again after the worker has crashed. */
  createWorker: () => Worker;
  /** What the worker asks for; it goes on where this throws. */
  createThread: (thread: SideThread) => Worker;
  /** Absolute, so that page and worker mean the same files. */
  model: ModelAddress;
  /** Where workers have no canvas: reads the photo on the page, to RGB of the network's size. */
  readPhoto?: (photo: Blob) => Promise<Uint8Array>;
  /** Asked anew at each load, as is `offer`. */
  backend: () => BackendWish;
  /** Why the model may not be downloaded unasked, if so. */
  offer: () => OfferReason | null;
  onStatus: (status: EngineStatus) => void;
  onModelInfo: (info: ModelInfo) => void;
}

export interface ClassifierClient {
  /**
   * Starts loading the model, or starts anew after a failure. Its progress comes through `onStatus`. Of a model that is
   * loaded it has kept on this device what is not kept there.
   */
  load(): void;
  /** What is here of the model stays. */
  stopDownload(): void;
  /** From this device; what is loaded goes on working. */
  removeModel(): void;
  /** Loads the model in a new worker, on the backend that is wished for now. Fails what was under way. */
  restart(): void;
  /**
   * Waits for the model if it is still loading. A worker that crashes is started anew once, with the photos that it
   * had; `worker-crashed` is a second crash before any answer. Rejects with a CodedError, or with the signal's
   * reason when it is aborted; an aborted job never answers later.
   */
  classify(photo: PhotoToClassify, signal?: AbortSignal): Promise<Classification>;
  /**
   * Answers change by these lessons from now on, also those of a worker that is started later; when they are undone,
   * those before stay. Rejects with a CodedError.
   */
  teach(lessons: readonly Lesson[]): Promise<TeachReport>;
  /** Ends the worker. What is under way rejects with `reason`. To be used no more. */
  dispose(reason: unknown): void;
}

type StartThread = Extract<MessageFromWorker, { kind: 'start-thread' }>;

interface PendingJob {
  /** What was sent to the worker, and is sent to the next one if it crashes. */
  sent?: PhotoToClassify;
  resolve: (classification: Classification) => void;
  reject: (reason: unknown) => void;
}

/** An id whose answer nobody waits for. */
const FORGOTTEN = 0;

interface PendingTeaching {
  lessons: readonly Lesson[];
  resolve: (report: TeachReport) => void;
  reject: (reason: unknown) => void;
}

export function createClassifierClient(options: ClassifierClientOptions): ClassifierClient {
  const pending = new Map<number, PendingJob>();
  let nextId = 1;
  let worker: Worker | undefined;
  /** Beside the worker, for it. */
  const threads: Worker[] = [];
  /** Since the last answer, or since a person asked for the model. */
  let crashes = 0;
  /** What a worker that is started is taught. */
  let taught: readonly Lesson[] = [];
  const teachings = new Map<number, PendingTeaching>();

  function startWorker(): Worker {
    const started = options.createWorker();
    if (taught.length > 0) sendLessons(started, FORGOTTEN, taught);
    for (const [id, { lessons }] of teachings) sendLessons(started, id, lessons);
    started.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isMessageFromWorker(data)) crash(started, 'a message makes no sense');
      else if (data.kind === 'alive') watchLife(started, data.lock);
      else if (data.kind === 'start-thread') startThread(started, data);
      else receive(data);
    };
    started.onerror = (event) => crash(started, event.message);
    started.onmessageerror = () => crash(started, 'a message could not be read');
    return started;
  }

  function startThread(asker: Worker, { thread, port }: StartThread): void {
    if (asker !== worker) return;
    const end = () => asker.postMessage({ kind: 'thread-ended', thread } satisfies RequestToWorker);
    try {
      const started = options.createThread(thread);
      threads.push(started);
      started.onerror = () => {
        started.terminate();
        end();
      };
      started.postMessage(port, [port]);
    } catch {
      end();
    }
  }

  function endWorker(): void {
    for (const ended of [worker, ...threads.splice(0)]) ended?.terminate();
    worker = undefined;
  }

  /** A worker that runs out of memory may end without an event. */
  function watchLife(started: Worker, lock: string): void {
    const gone = navigator.locks.request(lock, () => crash(started, 'it ended without a word'));
    gone.catch(() => {}); // the page is being closed
  }

  function receive(message: Exclude<MessageFromWorker, { kind: 'alive' } | StartThread>): void {
    switch (message.kind) {
      case 'status':
        options.onStatus(message.status);
        return;
      case 'model-info':
        options.onModelInfo(message.info);
        return;
      case 'result':
        crashes = 0;
        take(message.id)?.resolve(message.classification);
        return;
      case 'failed':
        crashes = 0;
        take(message.id)?.reject(errorOf(message.failure));
        return;
      case 'cancelled':
        pending.delete(message.id);
        return;
      case 'taught':
        endTeaching(message.id, message.report);
        return;
      case 'not-taught':
        takeTeaching(message.id)?.reject(errorOf(message.failure));
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
    if (worker !== crashed) return;
    endWorker();
    crashes += 1;
    if (crashes === 1) {
      start();
      for (const [id, { sent }] of pending) if (sent) send({ kind: 'classify', id, photo: sent });
      return;
    }
    failPending(new CodedError('worker-crashed', detail));
    options.onStatus({ kind: 'failed', failure: { code: 'worker-crashed', detail } });
  }

  function failPending(reason: unknown): void {
    const jobs = [...pending.values()];
    pending.clear();
    for (const job of jobs) job.reject(reason);
    for (const id of [...teachings.keys()]) takeTeaching(id)?.reject(reason);
  }

  function send(request: RequestToWorker): void {
    worker?.postMessage(request);
  }

  function start(): void {
    worker ??= startWorker();
    const { model, backend, offer } = options;
    send({ kind: 'load', model, backend: backend(), offer: offer() });
  }

  function load(): void {
    crashes = 0;
    start();
  }

  function restart(): void {
    dispose(new CodedError('worker-crashed', 'the model is loaded anew'));
    load();
  }

  function dispose(reason: unknown): void {
    endWorker();
    failPending(reason);
  }

  function classify(photo: PhotoToClassify, signal?: AbortSignal): Promise<Classification> {
    signal?.throwIfAborted();
    if (!worker) start();
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
    if (options.readPhoto && photo instanceof Blob) void sendRead(id, options.readPhoto(photo));
    else sendPhoto(id, photo);
    return answer;
  }

  function teach(lessons: readonly Lesson[]): Promise<TeachReport> {
    const id = nextId++;
    const learning = new Promise<TeachReport>((resolve, reject) => {
      teachings.set(id, { lessons, resolve, reject });
    });
    if (worker) sendLessons(worker, id, lessons);
    else worker = startWorker();
    return learning;
  }

  function sendLessons(to: Worker, id: number, lessons: readonly Lesson[]): void {
    const checkPhotosUrl = new URL(CHECK_PHOTOS_FILE, options.model.manifestUrl).href;
    const request: RequestToWorker = { kind: 'teach', id, lessons, checkPhotosUrl };
    to.postMessage(request);
  }

  function endTeaching(id: number, report: TeachReport): void {
    const teaching = takeTeaching(id);
    if (!teaching) return;
    if (!report.isUndone) taught = teaching.lessons;
    teaching.resolve(report);
  }

  function takeTeaching(id: number): PendingTeaching | undefined {
    const teaching = teachings.get(id);
    teachings.delete(id);
    return teaching;
  }

  async function sendRead(id: number, reading: Promise<Uint8Array>): Promise<void> {
    try {
      sendPhoto(id, await reading);
    } catch (error) {
      take(id)?.reject(error);
    }
  }

  function sendPhoto(id: number, photo: PhotoToClassify): void {
    const job = pending.get(id);
    if (!job) return;
    job.sent = photo;
    send({ kind: 'classify', id, photo });
  }

  return {
    load,
    stopDownload: () => send({ kind: 'stop-download' }),
    teach,
    removeModel() {
      worker ??= startWorker();
      send({ kind: 'remove-model' });
    },
    restart,
    classify,
    dispose,
  };
}

function errorOf({ code, detail }: CodedFailure): CodedError {
  return new CodedError(code, detail);
}
