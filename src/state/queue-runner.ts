/** Runs a queue of photos: a few under way at a time, each to exactly one outcome; pause, cancel, retry, remove. */
import type { Classification } from '../domain/classification';
import { type CodedFailure, isAboutModel, toCodedFailure } from '../domain/coded-error';
import { EMPTY_QUEUE, type PhotoQueue, withDoneAt, withOutcome } from '../domain/photo-queue';

/** One in the network and the next being read: more would only wait in the worker, beyond a pause's reach. */
const UNDER_WAY = 2;

export interface QueueRunnerOptions {
  get: () => PhotoQueue;
  set: (queue: PhotoQueue) => void;
  /** Rejects with a CodedError, or when the signal is aborted. */
  classify: (file: File, signal: AbortSignal) => Promise<Classification>;
  nowMs: () => number;
}

export interface QueueActions {
  /** Appended, waiting. A queue that runs takes them up. */
  add: (files: readonly File[]) => void;
  /** Begins, or goes on after a pause. */
  start: () => void;
  pause: () => void;
  /** Stops at once: what was under way waits again. Results stay. */
  cancel: () => void;
  retryFailed: () => void;
  remove: (id: number) => void;
  clear: () => void;
}

export function createQueueRunner({ get, set, classify, nowMs }: QueueRunnerOptions): QueueActions {
  const underWay = new Map<number, AbortController>();
  let nextId = 1;

  function pump(): void {
    while (get().run === 'running' && underWay.size < UNDER_WAY) {
      const next = get().items.find(({ outcome }) => outcome.kind === 'waiting');
      if (!next) break;
      void process(next.id, next.file);
    }
    if (get().run === 'running' && underWay.size === 0) set({ ...get(), run: 'idle' });
  }

  async function process(id: number, file: File): Promise<void> {
    const job = new AbortController();
    underWay.set(id, job);
    set(withOutcome(get(), id, { kind: 'classifying' }));
    try {
      const classification = await classify(file, job.signal);
      if (job.signal.aborted) return;
      set(withDoneAt(withOutcome(get(), id, { kind: 'done', classification }), nowMs()));
    } catch (error) {
      // Whoever aborted has already said what becomes of the photo.
      if (job.signal.aborted) return;
      fail(id, toCodedFailure(error, 'inference-failed'));
    }
    underWay.delete(id);
    pump();
  }

  /** What would fail every photo stops the queue instead, and those that are no cause of it wait again. */
  function fail(id: number, failure: CodedFailure): void {
    const isAboutThis = !isAboutModel(failure.code);
    set(withOutcome(get(), id, isAboutThis ? { kind: 'failed', failure } : { kind: 'waiting' }));
    if (!isAboutThis || failure.code === 'worker-crashed') pause();
  }

  function pause(): void {
    if (get().run === 'running') set({ ...get(), run: 'paused' });
  }

  function abort(id: number): void {
    underWay.get(id)?.abort();
    underWay.delete(id);
  }

  function begin(): void {
    // The time of a pause says nothing about the pace.
    set({ ...get(), run: 'running', doneTimesMs: [] });
    pump();
  }

  return {
    add: (files) => {
      const added = files.map((file) => ({
        id: nextId++,
        file,
        outcome: { kind: 'waiting' } as const,
      }));
      set({ ...get(), items: [...get().items, ...added] });
      pump();
    },
    start: begin,
    pause,
    cancel: () => {
      const stopped = [...underWay.keys()];
      for (const id of stopped) abort(id);
      const waitingAgain = stopped.reduce(
        (queue, id) => withOutcome(queue, id, { kind: 'waiting' }),
        get(),
      );
      set({ ...waitingAgain, run: 'idle' });
    },
    retryFailed: () => {
      const items = get().items.map((item) =>
        item.outcome.kind === 'failed' ? { ...item, outcome: { kind: 'waiting' } as const } : item,
      );
      set({ ...get(), items });
      begin();
    },
    remove: (id) => {
      abort(id);
      set({ ...get(), items: get().items.filter((item) => item.id !== id) });
      pump();
    },
    clear: () => {
      for (const id of [...underWay.keys()]) abort(id);
      set(EMPTY_QUEUE);
    },
  };
}
