/** Photos waiting for the network, one at a time: every job ends in exactly one result, failure or cancellation. */
import type { Classification } from '../domain/classification';
import { toCodedFailure } from '../domain/coded-error';
import type { MessageFromWorker } from './protocol';

/** The two halves of a job. While one photo is in the network, the next is prepared. */
export interface JobSteps<Photo, Prepared> {
  prepare: (photo: Photo) => Promise<Prepared>;
  /** May wait for the network to load. */
  classify: (prepared: Prepared) => Promise<Classification>;
}

interface Job<Photo, Prepared> {
  id: number;
  photo: Photo;
  isCancelled: boolean;
  prepared?: Promise<Prepared>;
}

export class JobQueue<Photo, Prepared> {
  readonly #jobs: Job<Photo, Prepared>[] = [];
  readonly #steps: JobSteps<Photo, Prepared>;
  readonly #post: (message: MessageFromWorker) => void;
  #isRunning = false;

  /** What a step throws fails that job only. */
  constructor(steps: JobSteps<Photo, Prepared>, post: (message: MessageFromWorker) => void) {
    this.#steps = steps;
    this.#post = post;
  }

  add(id: number, photo: Photo): void {
    this.#jobs.push({ id, photo, isCancelled: false });
    if (this.#isRunning) this.#prepareNext();
    else void this.#run();
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

  async #answer(job: Job<Photo, Prepared>): Promise<MessageFromWorker> {
    try {
      const prepared = await this.#prepare(job);
      this.#prepareNext();
      return {
        kind: 'result',
        id: job.id,
        classification: await this.#steps.classify(prepared),
      };
    } catch (error) {
      return { kind: 'failed', id: job.id, failure: toCodedFailure(error, 'inference-failed') };
    }
  }

  /** One photo ahead and no more: a photo that is being decoded takes its size in memory. */
  #prepareNext(): void {
    const next = this.#jobs[1];
    if (next && !next.isCancelled && this.#jobs[0]?.prepared) void this.#prepare(next);
  }

  #prepare(job: Job<Photo, Prepared>): Promise<Prepared> {
    if (!job.prepared) {
      job.prepared = this.#steps.prepare(job.photo);
      job.prepared.catch(() => {}); // told when its turn comes
    }
    return job.prepared;
  }
}
