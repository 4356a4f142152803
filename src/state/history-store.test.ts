import { describe, expect, it } from 'vitest';
import { CodedError } from '../domain/coded-error';
import type { HistoryWork } from './history-state';
import { createHistoryStore } from './history-store';
import { CLASSIFICATION, jpeg, resolvers } from './testing/set-up-store';

/** A history whose work is done by hand, one call after the other. */
function setUp() {
  const calls: string[] = [];
  const recordings: ReturnType<typeof resolvers<number>>[] = [];
  let starts = 0;
  let canStart = true;
  const work = {
    record: (_, { answer }) => {
      calls.push(`record ${answer}`);
      const recording = resolvers<number>();
      recordings.push(recording);
      return recording.promise;
    },
    correctEntry: async (id, rightClass) => void calls.push(`correct ${id} ${rightClass}`),
    clear: async () => void calls.push('clear'),
    undo: async () => [7],
  } satisfies Partial<HistoryWork>;
  const store = createHistoryStore(async () => {
    starts += 1;
    if (!canStart) throw new TypeError('offline');
    return work as unknown as HistoryWork; // as: the others are not called here
  });
  return {
    ...store.getState().actions,
    state: store.getState,
    calls,
    recordings,
    starts: () => starts,
    goOffline: (isOffline: boolean) => {
      canStart = !isOffline;
    },
    settle: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

describe('the history', () => {
  it('comes with the first answer, once, and not before', async () => {
    const { record, starts, recordings, settle } = setUp();
    await settle();
    expect(starts()).toBe(0);
    record(jpeg(), CLASSIFICATION);
    await settle();
    recordings[0]?.resolve(1);
    record(jpeg(), { ...CLASSIFICATION });
    await settle();
    expect(starts()).toBe(1);
    expect(recordings).toHaveLength(2);
  });

  it('corrects the answer that is shown, after it was kept, and before what comes later', async () => {
    const { record, correct, calls, recordings, settle } = setUp();
    const other = { ...CLASSIFICATION };
    record(jpeg(), CLASSIFICATION);
    record(jpeg(), other);
    const correction = correct(CLASSIFICATION, 'metal');
    await settle();
    expect(calls).toEqual(['record glass']);
    recordings[0]?.resolve(11);
    await settle();
    recordings[1]?.resolve(12);
    await correction;
    await correct(other, null);
    expect(calls).toEqual(['record glass', 'record glass', 'correct 11 metal', 'correct 12 null']);
  });

  it('has nothing to correct of an answer that it was not given', async () => {
    const { correct, calls, starts } = setUp();
    await correct(CLASSIFICATION, 'metal');
    expect(calls).toEqual([]);
    expect(starts()).toBe(0);
  });

  it('goes on after a failure, which stays until it is dismissed', async () => {
    const { record, correct, clear, undo, calls, recordings, state, settle, dismissFailure } =
      setUp();
    record(jpeg(), CLASSIFICATION);
    await settle();
    recordings[0]?.reject(new CodedError('history-newer', 'by its database'));
    await correct(CLASSIFICATION, 'metal');
    await clear();
    expect(await undo()).toEqual([7]);
    expect(calls).toEqual(['record glass', 'clear']);
    expect(state().failure).toBe('history-newer');
    dismissFailure();
    expect(state().failure).toBeNull();
  });

  it('whose code does not come says so and is asked for again', async () => {
    const { clear, undo, calls, state, goOffline } = setUp();
    goOffline(true);
    await clear();
    expect(await undo()).toEqual([]);
    expect(state().failure).toBe('part-unreachable');
    goOffline(false);
    await clear();
    expect(calls).toEqual(['clear']);
  });
});
