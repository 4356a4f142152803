/** Order, bounds and ends of many photos, answered by hand. */
import { describe, expect, it } from 'vitest';
import { answerAll } from './classify-all';
import { PilahError } from './pilah-error';
import type { Result } from './result';

const RESULT: Result = {
  class: 'glass',
  probability: 0.97,
  verdict: 'sure',
  ranking: [],
  elapsedMs: 1,
};

/** Answers that a test gives by hand. */
function byHand() {
  const jobs: { source: number; signal: AbortSignal; answer: () => void }[] = [];
  const classify = (source: number, signal: AbortSignal) =>
    new Promise<Result>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      jobs.push({ source, signal, answer: () => resolve(RESULT) });
    });
  return { jobs, classify };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('answerAll', () => {
  it('has two under way at a time, and takes the next when one is answered', async () => {
    const { jobs, classify } = byHand();
    const answers = answerAll([1, 2, 3, 4], classify);
    const first = answers.next();
    await settled();
    expect(jobs.map(({ source }) => source)).toEqual([1, 2]);
    jobs[1]?.answer();
    await settled();
    expect(jobs).toHaveLength(2);
    jobs[0]?.answer();
    expect((await first).value).toEqual({ source: 1, result: RESULT });
    await settled();
    expect(jobs.map(({ source }) => source)).toEqual([1, 2, 3]);
  });

  it('answers before a slow source gives its next photo', async () => {
    async function* slow() {
      yield 1;
      await new Promise(() => {});
    }
    const answers = answerAll(slow(), async () => RESULT);
    expect((await answers.next()).value).toEqual({ source: 1, result: RESULT });
  });

  it('rejects with the reason of an abort, before, while a photo is under way and while the source gives nothing', async () => {
    const { jobs, classify } = byHand();
    const stop = new AbortController();
    async function* none() {
      await new Promise(() => {});
      yield 1;
    }
    const waiting = [
      answerAll([1], classify, stop.signal).next(),
      answerAll(none(), classify, stop.signal).next(),
    ];
    await settled();
    stop.abort(new Error('enough'));
    waiting.push(answerAll([1], classify, stop.signal).next());
    for (const next of waiting) await expect(next).rejects.toThrow('enough');
    expect(jobs.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  it('drops what is under way and closes the source when the loop is left', async () => {
    const { jobs, classify } = byHand();
    let isClosed = false;
    function* endless() {
      try {
        for (;;) yield 1;
      } finally {
        isClosed = true;
      }
    }
    const answers = answerAll(endless(), classify);
    const first = answers.next();
    await settled();
    jobs[0]?.answer();
    await first;
    await settled();
    await answers.return();
    await settled();
    expect(isClosed).toBe(true);
    expect(jobs.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
  });

  it('goes on after a photo that fails, and ends when the instance is disposed of', async () => {
    const codes = ['photo-damaged', 'disposed'] as const;
    const answers = answerAll([0, 1, 2], async (source) => {
      throw new PilahError(codes[source] ?? 'inference-failed', '');
    });
    expect((await answers.next()).value).toMatchObject({ error: { code: 'photo-damaged' } });
    await expect(answers.next()).rejects.toMatchObject({ code: 'disposed' });
    expect(await answers.next()).toEqual({ done: true, value: undefined });
  });

  it('passes on what the source throws', async () => {
    const answers = answerAll(
      (function* () {
        yield 1;
        throw new Error('no camera');
      })(),
      async () => RESULT,
    );
    await answers.next();
    await expect(answers.next()).rejects.toThrow('no camera');
  });
});
