/** Many photos, one after another: what is the case with each, and how long the rest will take. Pure; state/queue-runner.ts runs it. */
import type { Classification } from './classification';
import type { CodedFailure } from './coded-error';

export type Outcome =
  | { kind: 'waiting' }
  | { kind: 'classifying' }
  | { kind: 'done'; classification: Classification }
  | { kind: 'failed'; failure: CodedFailure };

export interface QueueItem {
  readonly id: number;
  readonly file: File;
  readonly outcome: Outcome;
}

export interface PhotoQueue {
  items: readonly QueueItem[];
  /** `paused`: what is in the network ends, nothing new begins. */
  run: 'idle' | 'running' | 'paused';
  /** When the last few photos were done, in ms, oldest first. */
  doneTimesMs: readonly number[];
}

export const EMPTY_QUEUE: PhotoQueue = { items: [], run: 'idle', doneTimesMs: [] };

/** Older photos say little: a device grows warm, and a photo of 12 megapixels takes longer than one of 1. */
const REMEMBERED_TIMES = 10;

export function withOutcome(queue: PhotoQueue, id: number, outcome: Outcome): PhotoQueue {
  const items = queue.items.map((item) => (item.id === id ? { ...item, outcome } : item));
  return { ...queue, items };
}

export function withDoneAt(queue: PhotoQueue, timeMs: number): PhotoQueue {
  return { ...queue, doneTimesMs: [...queue.doneTimesMs, timeMs].slice(-REMEMBERED_TIMES) };
}

export type OutcomeCounts = Record<Outcome['kind'], number>;

export function countOutcomes({ items }: PhotoQueue): OutcomeCounts {
  const counts: OutcomeCounts = { waiting: 0, classifying: 0, done: 0, failed: 0 };
  for (const { outcome } of items) counts[outcome.kind] += 1;
  return counts;
}

/** At the pace of the last few photos; undefined before there are two. */
export function timeLeftMs(queue: PhotoQueue): number | undefined {
  const { doneTimesMs } = queue;
  const [first = 0] = doneTimesMs;
  const intervals = doneTimesMs.length - 1;
  if (intervals < 1) return undefined;
  const { waiting, classifying } = countOutcomes(queue);
  return (((doneTimesMs.at(-1) ?? 0) - first) / intervals) * (waiting + classifying);
}
