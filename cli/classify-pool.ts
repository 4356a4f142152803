/** Starts and ends classifying threads and hands them files; knows nothing of photos or networks. */
import { Worker } from 'node:worker_threads';
import type { ClassifyWorkerData } from './classify-worker';
import type { FileOutcome } from './file-outcome';

export interface ClassifyPool {
  /** Never rejects. Files wait until a thread is free. */
  classify(file: string): Promise<FileOutcome>;
  /** Ends all threads. Files under way are left unanswered. */
  close(): Promise<void>;
}

interface Job {
  file: string;
  finish(outcome: FileOutcome): void;
}

/** @param jobs threads at most; each is started when a file finds all others busy */
export function createClassifyPool(modelDir: string, jobs: number): ClassifyPool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();

  function dispatch(): void {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (busy.size < jobs ? startWorker() : undefined);
      if (!worker) return;
      const job = waiting.shift();
      if (!job) return;
      busy.set(worker, job);
      worker.postMessage(job.file);
    }
  }

  function startWorker(): Worker {
    const workerData: ClassifyWorkerData = { modelDir };
    const boot = new URL('./classify-worker-boot.mjs', import.meta.url);
    const worker = new Worker(boot, { workerData, stdout: true });
    // Standard output is for results only; whatever a library says goes beside it.
    worker.stdout.pipe(process.stderr, { end: false });
    worker.on('message', (outcome: FileOutcome) => finish(worker, outcome));
    worker.on('error', (error) => crash(worker, error.message));
    worker.on('exit', (code) => crash(worker, `exit code ${code}`));
    return worker;
  }

  function finish(worker: Worker, outcome: FileOutcome): void {
    const job = busy.get(worker);
    busy.delete(worker);
    // WebAssembly that failed once may hold broken memory: the next file gets a new thread.
    if (outcome.kind === 'failed' && outcome.failure.code === 'inference-failed') {
      void worker.terminate();
    } else {
      idle.push(worker);
    }
    job?.finish(outcome);
    dispatch();
  }

  function crash(worker: Worker, detail: string): void {
    const job = busy.get(worker);
    busy.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    job?.finish({ kind: 'failed', failure: { code: 'worker-crashed', detail } });
    dispatch();
  }

  return {
    classify: (file) =>
      new Promise((finish) => {
        waiting.push({ file, finish });
        dispatch();
      }),
    close: async () => {
      waiting.length = 0;
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
