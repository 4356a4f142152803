import { describe, expect, it } from 'vitest';
import type { Classification } from '../domain/classification';
import { CodedError, type ErrorCode } from '../domain/coded-error';
import { countOutcomes, EMPTY_QUEUE, type PhotoQueue, timeLeftMs } from '../domain/photo-queue';
import { createQueueRunner } from './queue-runner';

const ANSWER: Classification = {
  ranking: [{ id: 'metal', probability: 0.9 }],
  verdict: 'sure',
  evidence: new Float32Array(),
  elapsedMs: 1,
  sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
  isTaught: false,
};
const files = (count: number) =>
  Array.from({ length: count }, (_, index) => new File(['x'], `${index}.jpg`));

/** A queue whose photos are answered by hand, in any order. */
function setUp() {
  let queue: PhotoQueue = EMPTY_QUEUE;
  let clock = 0;
  const jobs: {
    file: File;
    signal: AbortSignal;
    resolve: (answer: Classification) => void;
    reject: (error: unknown) => void;
  }[] = [];
  const runner = createQueueRunner({
    get: () => queue,
    set: (changed) => {
      queue = changed;
    },
    classify: (file, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        jobs.push({ file, signal, resolve, reject });
      }),
    nowMs: () => clock,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    runner,
    jobs,
    queue: () => queue,
    kinds: () => queue.items.map(({ outcome }) => outcome.kind).join(' '),
    answer: async (index: number, elapsedMs = 100) => {
      clock += elapsedMs;
      jobs[index]?.resolve(ANSWER);
      await settle();
    },
    fail: async (index: number, code: ErrorCode = 'photo-damaged') => {
      jobs[index]?.reject(new CodedError(code, 'cut off'));
      await settle();
    },
    settle,
  };
}

describe('a queue of photos', () => {
  it('waits for the button, then has two under way until all are done', async () => {
    const { runner, jobs, kinds, queue, answer } = setUp();
    runner.add(files(3));
    expect([kinds(), jobs.length]).toEqual(['waiting waiting waiting', 0]);
    runner.start();
    expect(kinds()).toBe('classifying classifying waiting');
    await answer(0);
    expect(kinds()).toBe('done classifying classifying');
    await answer(1);
    await answer(2);
    expect([kinds(), queue().run]).toEqual(['done done done', 'idle']);
  });

  it('goes on after a photo that fails, and tries the failed ones again when asked', async () => {
    const { runner, jobs, kinds, queue, answer, fail } = setUp();
    runner.add(files(2));
    runner.start();
    await fail(0);
    await answer(1);
    expect(kinds()).toBe('failed done');
    expect(queue().items[0]?.outcome).toMatchObject({ failure: { code: 'photo-damaged' } });
    runner.retryFailed();
    expect(kinds()).toBe('classifying done');
    await answer(2);
    expect([kinds(), jobs.length]).toEqual(['done done', 3]);
  });

  it('begins nothing new while it is paused, and ends what was under way', async () => {
    const { runner, kinds, queue, answer } = setUp();
    runner.add(files(4));
    runner.start();
    runner.pause();
    await answer(0);
    await answer(1);
    expect([kinds(), queue().run]).toEqual(['done done waiting waiting', 'paused']);
    runner.start();
    expect(kinds()).toBe('done done classifying classifying');
  });

  it('when cancelled, has what was under way wait again and keeps the answers', async () => {
    const { runner, jobs, kinds, queue, answer, settle } = setUp();
    runner.add(files(4));
    runner.start();
    await answer(0);
    runner.cancel();
    await settle();
    expect([kinds(), queue().run]).toEqual(['done waiting waiting waiting', 'idle']);
    expect(jobs.slice(1).every(({ signal }) => signal.aborted)).toBe(true);
    jobs[1]?.resolve(ANSWER); // too late
    await settle();
    expect(kinds()).toBe('done waiting waiting waiting');
  });

  it('takes up photos that come while it runs, and lets go of one that is removed', async () => {
    const { runner, jobs, kinds, queue, answer } = setUp();
    runner.add(files(1));
    runner.start();
    runner.add(files(2));
    expect(kinds()).toBe('classifying classifying waiting');
    runner.remove(queue().items[1]?.id ?? 0);
    expect(jobs[1]?.signal.aborted).toBe(true);
    expect(kinds()).toBe('classifying classifying');
    await answer(0);
    await answer(2);
    expect([kinds(), queue().run]).toEqual(['done done', 'idle']);
  });

  it('is empty and still when cleared', async () => {
    const { runner, jobs, queue, settle } = setUp();
    runner.add(files(3));
    runner.start();
    runner.clear();
    await settle();
    expect(queue()).toEqual(EMPTY_QUEUE);
    expect(jobs.every(({ signal }) => signal.aborted)).toBe(true);
  });

  it('tells the time left by the pace of the last photos, a pause not counted', async () => {
    const { runner, queue, answer } = setUp();
    runner.add(files(30));
    expect(timeLeftMs(queue())).toBeUndefined();
    runner.start();
    await answer(0, 5000); // with the model's download
    expect(timeLeftMs(queue())).toBeUndefined();
    for (let index = 1; index < 20; index++) await answer(index, index < 10 ? 1000 : 200);
    expect(countOutcomes(queue())).toEqual({ waiting: 8, classifying: 2, done: 20, failed: 0 });
    expect(timeLeftMs(queue())).toBe(200 * 10);
    runner.pause();
    await answer(20, 60_000);
    await answer(21, 200);
    runner.start();
    await answer(22, 300);
    await answer(23, 300);
    expect(timeLeftMs(queue())).toBe(300 * 6);
  });

  it('stops when the model does not come: those under way wait again, and going on takes them up', async () => {
    const { runner, jobs, kinds, queue, fail } = setUp();
    runner.add(files(3));
    runner.start();
    await fail(0, 'model-unreachable');
    await fail(1, 'model-unreachable');
    expect([kinds(), queue().run, jobs.length]).toEqual(['waiting waiting waiting', 'paused', 2]);
    runner.start();
    expect(kinds()).toBe('classifying classifying waiting');
  });

  it('stops at a photo that ends the worker, which fails, and keeps the rest', async () => {
    const { runner, kinds, queue, fail } = setUp();
    runner.add(files(3));
    runner.start();
    await fail(0, 'worker-crashed');
    expect([kinds(), queue().run]).toEqual(['failed classifying waiting', 'paused']);
  });
});
