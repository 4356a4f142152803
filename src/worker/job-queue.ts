/** Photos waiting for the network, one at a time: every job ends in exactly one result, failure or cancellation. */
import type { Classification } from '../domain/classification';
import { toCodedFailure } from '../domain/coded-error';
import type { MessageFromWorker } from './protocol';

interface Job {
  id: number;
  photo: Blob;
  isCancelled: boolean;
}

export class JobQueue {
  readonly #jobs: Job[] = [];
  readonly #classify: (photo: Blob) => Promise<Classification>;
  readonly #post: (message: MessageFromWorker) => void;
  #isRunning = false;

  /** `classify` may wait for the network to load; what it throws fails that job only. */
  constructor(
    classify: (photo: Blob) => Promise<Classification>,
    post: (message: MessageFromWorker) => void,
  ) {
    this.#classify = classify;
    this.#post = post;
  }

  add(id: number, photo: Blob): void {
    this.#jobs.push({ id, photo, isCancelled: false });
    if (!this.#isRunning) void this.#run();
  }

  /** A waiting job never starts; a running one ends as cancelled when the network is done with it. */
  cancel(id: number): void {
    const job = this.#jobs.find((candidate) => candidate.id === id);
    if (job) job.isCancelled = true;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let job = this.#jobs[0]; job; job = this.#jobs[0]) {
      const answer = job.isCancelled ? undefined : await this.#answer(job);
      this.#jobs.shift();
      this.#post(job.isCancelled || !answer ? { kind: 'cancelled', id: job.id } : answer);
    }
    this.#isRunning = false;
  }

  async #answer({ id, photo }: Job): Promise<MessageFromWorker> {
    try {
      return { kind: 'result', id, classification: await this.#classify(photo) };
    } catch (error) {
      return { kind: 'failed', id, failure: toCodedFailure(error, 'inference-failed') };
    }
  }
}
