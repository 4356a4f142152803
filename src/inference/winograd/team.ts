/** How threads share one photo's work: turns taken from a counter, and points where all wait for all. */

/** What the schedule asks of the threads that run it; all run the same schedule. */
export interface Team {
  /** 0 is the thread that was asked for the result. */
  readonly index: number;
  /** The turns `0 .. count - 1` of this phase that fall to this thread. */
  turns(count: number): Iterable<number>;
  /** Ends a phase: returns when every thread has come here. */
  wait(): void;
}

/** Phases that one run can have, a counter each. */
const MAX_PHASES = 1008;
/** Words at the beginning of the kernels' memory. */
const WORD = {
  /** Counts the runs that were started; helpers wait for it to change. */
  run: 0,
  /** Photos of the run, or 0 to end the helpers. */
  photos: 1,
  arrived: 2,
  barrier: 3,
  /** Helpers that have come so far. */
  joined: 4,
  counters: 16,
} as const;

export const CONTROL_BYTES = 4 * (WORD.counters + MAX_PHASES);

/** Looks at a word that often before it sleeps: about 50 µs, longer than most phases differ. */
const SPINS = 20_000;
/** A thread that does not come in this time has died. */
const PATIENCE_MS = 20_000;

export class SoloTeam implements Team {
  readonly index = 0;

  *turns(count: number): Iterable<number> {
    for (let turn = 0; turn < count; turn++) yield turn;
  }

  wait(): void {}
}

export class SharedTeam implements Team {
  readonly index: number;
  readonly #size: number;
  readonly #words: Int32Array;
  #phase = 0;

  /** @param memory shared, at least CONTROL_BYTES long, the same for all threads */
  constructor(memory: ArrayBufferLike, index: number, size: number) {
    this.index = index;
    this.#size = size;
    this.#words = new Int32Array(memory, 0, CONTROL_BYTES / 4);
  }

  /** For thread 0: whether all helpers have come. A browser may take its time to start one, or never do. */
  get isComplete(): boolean {
    return Atomics.load(this.#words, WORD.joined) === this.#size - 1;
  }

  /** For thread 0 of a complete team: sets the helpers to work on a run. */
  start(photos: number): void {
    this.#phase = 0;
    this.#words.fill(0, WORD.counters);
    Atomics.store(this.#words, WORD.photos, photos);
    Atomics.add(this.#words, WORD.run, 1);
    Atomics.notify(this.#words, WORD.run);
  }

  /** For thread 0: the helpers' `runs` end. */
  end(): void {
    this.start(0);
  }

  /** For helpers: the number of photos of each run that thread 0 starts, until it ends them. */
  *runs(): Iterable<number> {
    Atomics.add(this.#words, WORD.joined, 1);
    for (let seen = 0; ; seen++) {
      this.#untilChanged(WORD.run, seen, Number.POSITIVE_INFINITY);
      this.#phase = 0;
      const photos = Atomics.load(this.#words, WORD.photos);
      if (photos === 0) return;
      yield photos;
    }
  }

  *turns(count: number): Iterable<number> {
    const counter = WORD.counters + (this.#phase % MAX_PHASES);
    for (;;) {
      const turn = Atomics.add(this.#words, counter, 1);
      if (turn >= count) return;
      yield turn;
    }
  }

  wait(): void {
    this.#phase++;
    const barrier = Atomics.load(this.#words, WORD.barrier);
    if (Atomics.add(this.#words, WORD.arrived, 1) + 1 === this.#size) {
      Atomics.store(this.#words, WORD.arrived, 0);
      Atomics.add(this.#words, WORD.barrier, 1);
      Atomics.notify(this.#words, WORD.barrier);
      return;
    }
    this.#untilChanged(WORD.barrier, barrier, PATIENCE_MS);
  }

  /** Throws an Error when nobody changes the word in time. */
  #untilChanged(word: number, from: number, patienceMs: number): void {
    for (let spin = 0; spin < SPINS; spin++) {
      if (Atomics.load(this.#words, word) !== from) return;
    }
    if (Atomics.wait(this.#words, word, from, patienceMs) === 'timed-out') {
      throw new Error('a thread of the engine has stopped');
    }
  }
}
