/** What the commands that classify share: threads for a list of photos, and an end when a person wants one. */
import { createClassifyPool } from '../classify-pool';
import type { ClassifyWorkerData } from '../classify-worker';
import type { FileOutcome } from '../file-outcome';
import type { PhotoInput } from '../input/photo-input';
import { mapInOrder } from '../map-in-order';

/** Results of later, quicker photos that may wait for an earlier, slower one, per job. */
const AHEAD_PER_JOB = 8;
/** Bytes of an archive's entry that weigh as much as one photo more. */
const BYTES_PER_WEIGHT = 8 * 1024 * 1024;

/** SIGINT's and SIGTERM's exit statuses, as shells count them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

export interface PoolRun<Item> {
  items: AsyncIterable<Item>;
  photoOf(item: Item): PhotoInput;
  model: ClassifyWorkerData;
  jobs: number;
  /** In the items' order, one at a time. */
  take(item: Item, outcome: FileOutcome): Promise<void>;
}

/** The exit status of a signal that ended it before the items' end, after the photo being taken; else undefined. */
export async function runPool<Item>(run: PoolRun<Item>): Promise<number | undefined> {
  const pool = createClassifyPool(run.model, run.jobs);
  const stop = untilSignal();
  const results = mapInOrder(
    run.items,
    run.jobs * AHEAD_PER_JOB,
    (item) => classify(run.photoOf(item)),
    (item) => weightOf(run.photoOf(item)),
  );
  async function classify(photo: PhotoInput): Promise<FileOutcome> {
    if (photo.kind === 'broken') return photo.outcome;
    return pool.classify(photo.kind === 'file' ? photo.name : photo.bytes);
  }
  try {
    for (;;) {
      // The items may wait for a list on standard input that never ends.
      const next = await Promise.race([results.next(), stop.signal]);
      if (typeof next === 'number') return next;
      if (next.done) return undefined;
      await run.take(next.value.item, next.value.result);
    }
  } finally {
    stop.ignore();
    await pool.close();
  }
}

function weightOf(photo: PhotoInput): number {
  return photo.kind === 'entry' ? 1 + photo.bytes.length / BYTES_PER_WEIGHT : 1;
}

/** The first signal is answered here; a second one ends the process at once, as without this. */
function untilSignal(): { signal: Promise<number>; ignore(): void } {
  let ignore = () => {};
  const signal = new Promise<number>((resolve) => {
    const listeners = Object.entries(SIGNALS).map(([name, status]) => {
      const listener = () => {
        ignore();
        resolve(status);
      };
      process.on(name, listener);
      return { name, listener };
    });
    ignore = () => {
      for (const { name, listener } of listeners) process.off(name, listener);
    };
  });
  return { signal, ignore: () => ignore() };
}
