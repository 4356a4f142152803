/** Many photos, one answer each, in order: the next are read while one is computed. Not what a photo is. */
import { type PilahError, toPilahError } from './pilah-error';
import type { Result } from './result';

/** What became of one source of `classifyAll()`: a result or an error, never both. */
export type Answer<Source> =
  | { source: Source; result: Result; error?: never }
  | { source: Source; error: PilahError; result?: never };

/** One is computed while the other is read. */
const UNDER_WAY = 2;

export async function* answerAll<Source>(
  sources: Iterable<Source> | AsyncIterable<Source>,
  classify: (source: Source, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Answer<Source>, void, undefined> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason));
  });
  aborted.catch(() => {}); // nobody waits when a run ends by itself
  const passOn = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', passOn);
  const iterator =
    Symbol.asyncIterator in sources ? sources[Symbol.asyncIterator]() : sources[Symbol.iterator]();

  let pulled: Promise<unknown> = Promise.resolve();
  const start = (): Promise<Answer<Source> | undefined> => {
    const pulling = pulled.then(() => iterator.next());
    pulled = pulling;
    const answer = pulling.then(({ done, value }) => (done ? undefined : answerOf(value)));
    answer.catch(() => {}); // told when its turn comes
    return answer;
  };
  const answerOf = async (source: Source): Promise<Answer<Source>> => {
    try {
      return { source, result: await classify(source, stop.signal) };
    } catch (thrown) {
      const error = toPilahError(thrown);
      if (error.code === 'disposed') throw error;
      return { source, error };
    }
  };

  const underWay = Array.from({ length: UNDER_WAY }, start);
  let isExhausted = false;
  try {
    for (;;) {
      const answer = await Promise.race([underWay.shift(), aborted]);
      isExhausted = answer === undefined;
      if (!answer) return;
      underWay.push(start());
      yield answer;
    }
  } finally {
    signal?.removeEventListener('abort', passOn);
    stop.abort();
    // Not awaited: a source that is waiting for its next photo would not answer.
    if (!isExhausted) void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
