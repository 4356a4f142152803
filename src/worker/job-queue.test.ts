import { describe, expect, it } from 'vitest';
import type { Classification } from '../domain/classification';
import { CodedError } from '../domain/coded-error';
import { JobQueue } from './job-queue';
import type { MessageFromWorker } from './protocol';

const classification: Classification = { ranking: [], verdict: 'sure', elapsedMs: 1 };
const photo = new Blob(['photo']);

/** A queue whose jobs end when the test says so. */
function manualQueue() {
  const posted: MessageFromWorker[] = [];
  const running: { finish: () => void; fail: (error: unknown) => void }[] = [];
  const queue = new JobQueue(
    () =>
      new Promise((resolve, reject) => {
        running.push({ finish: () => resolve(classification), fail: reject });
      }),
    (message) => posted.push(message),
  );
  return { queue, posted, running };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('JobQueue', () => {
  it('runs one photo at a time and answers each with its own id', async () => {
    const { queue, posted, running } = manualQueue();
    queue.add(1, photo);
    queue.add(2, photo);
    await settle();
    expect(running).toHaveLength(1);
    running[0]?.finish();
    await settle();
    running[1]?.finish();
    await settle();
    expect(posted).toEqual([
      { kind: 'result', id: 1, classification },
      { kind: 'result', id: 2, classification },
    ]);
  });

  it('a failing photo fails alone, with its code', async () => {
    const { queue, posted, running } = manualQueue();
    queue.add(1, photo);
    queue.add(2, photo);
    running[0]?.fail(new CodedError('photo-damaged', 'cut off'));
    await settle();
    running[1]?.finish();
    await settle();
    expect(posted[0]).toEqual({
      kind: 'failed',
      id: 1,
      failure: { code: 'photo-damaged', detail: 'cut off' },
    });
    expect(posted[1]?.kind).toBe('result');
  });

  it('a cancelled waiting job never starts; a cancelled running one ends as cancelled', async () => {
    const { queue, posted, running } = manualQueue();
    queue.add(1, photo);
    queue.add(2, photo);
    queue.cancel(1);
    queue.cancel(2);
    running[0]?.finish();
    await settle();
    expect(running).toHaveLength(1);
    expect(posted).toEqual([
      { kind: 'cancelled', id: 1 },
      { kind: 'cancelled', id: 2 },
    ]);
  });

  it('goes on with photos that come after it was empty', async () => {
    const { queue, posted, running } = manualQueue();
    queue.add(1, photo);
    running[0]?.finish();
    await settle();
    queue.add(2, photo);
    running[1]?.finish();
    await settle();
    expect(posted.map((message) => message.kind)).toEqual(['result', 'result']);
  });
});
