/** Starts and ends classifying threads and hands them files; knows nothing of photos or networks. */
import { Worker } from 'node:worker_threads';
import type { ClassifyWorkerData } from './classify-worker';
import type { FileOutcome } from './file-outcome';

/** Files that a thread gets at once: more save little and take 8 MB each. */
const BATCH = 4;

export interface ClassifyPool {
  /** Never rejects. Photos wait until a thread is free. A path, or the bytes of a whole file. */
  classify(photo: string | Uint8Array): Promise<FileOutcome>;
  /** Ends all threads. Files under way are left unanswered. */
  close(): Promise<void>;
}

interface Job {
  photo: string | Uint8Array;
  /** A thread crashed with it and others: it gets the next one to itself. */
  isSuspect: boolean;
  finish(outcome: FileOutcome): void;
}

/** @param jobs threads at most; each is started when a file finds all others busy */
export function createClassifyPool(model: ClassifyWorkerData, jobs: number): ClassifyPool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job[]>();

  function dispatch(): void {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (busy.size < jobs ? startWorker() : undefined);
      if (!worker) return;
      const batch = takeBatch();
      busy.set(worker, batch);
      worker.postMessage(batch.map(({ photo }) => photo));
    }
  }

  /** No thread gets several files while another gets none. */
  function takeBatch(): Job[] {
    const share = Math.ceil(waiting.length / (jobs - busy.size));
    const suspect = waiting.findIndex(({ isSuspect }) => isSuspect);
    const untilSuspect = suspect === -1 ? BATCH : Math.max(suspect, 1);
    return waiting.splice(0, Math.min(BATCH, share, untilSuspect));
  }

  function startWorker(): Worker {
    const boot = new URL('./classify-worker-boot.mjs', import.meta.url);
    const worker = new Worker(boot, { workerData: model, stdout: true });
    // Standard output is for results only; whatever a library says goes beside it.
    worker.stdout.pipe(process.stderr, { end: false });
    worker.on('message', (outcomes: FileOutcome[]) => finish(worker, outcomes));
    worker.on('error', (error) => crash(worker, error.message));
    worker.on('exit', (code) => crash(worker, `exit code ${code}`));
    return worker;
  }

  function finish(worker: Worker, outcomes: readonly FileOutcome[]): void {
    const batch = busy.get(worker) ?? [];
    busy.delete(worker);
    // WebAssembly that failed once may hold broken memory: the next files get a new thread.
    const isBroken = outcomes.some(
      (outcome) => outcome.kind === 'failed' && outcome.failure.code === 'inference-failed',
    );
    if (isBroken) void worker.terminate();
    else idle.push(worker);
    for (const [index, job] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome) job.finish(outcome);
    }
    dispatch();
  }

  function crash(worker: Worker, detail: string): void {
    const batch = busy.get(worker) ?? [];
    busy.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    if (batch.length > 1) waiting.unshift(...batch.map((job) => ({ ...job, isSuspect: true })));
    else batch[0]?.finish({ kind: 'failed', failure: { code: 'worker-crashed', detail } });
    dispatch();
  }

  return {
    classify: (photo) =>
      new Promise((finish) => {
        waiting.push({ photo, isSuspect: false, finish });
        // Files that come in the same moment are shared out together.
        queueMicrotask(dispatch);
      }),
    close: async () => {
      waiting.length = 0;
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
