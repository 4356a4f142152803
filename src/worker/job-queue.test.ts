import { describe, expect, it } from 'vitest';
import type { Classification } from '../domain/classification';
import { CodedError } from '../domain/coded-error';
import { JobQueue } from './job-queue';
import type { MessageFromWorker } from './protocol';

const classification: Classification = {
  ranking: [],
  verdict: 'sure',
  evidence: new Float32Array(),
  elapsedMs: 1,
  sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
  isTaught: false,
};
const photo = new Blob(['photo']);

/** A queue whose jobs end when the test says so. */
function manualQueue() {
  const posted: MessageFromWorker[] = [];
  const running: { finish: () => void; fail: (error: unknown) => void }[] = [];
  const prepared: Blob[] = [];
  const queue = new JobQueue<Blob, Blob>(
    {
      prepare: async (blob) => {
        prepared.push(blob);
        if (blob.size === 0) throw new CodedError('photo-damaged', 'empty');
        return blob;
      },
      classify: () =>
        new Promise((resolve, reject) => {
          running.push({ finish: () => resolve(classification), fail: reject });
        }),
    },
    (message) => posted.push(message),
  );
  return { queue, posted, running, prepared };
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
    await settle();
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
    await settle();
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

  it('has the next photo decoded, and only that one, while the network works on this one', async () => {
    const { queue, prepared, running } = manualQueue();
    const photos = [1, 2, 3].map((number) => new Blob(['x'.repeat(number)]));
    photos.forEach((blob, index) => {
      queue.add(index, blob);
    });
    await settle();
    expect(running).toHaveLength(1);
    expect(prepared).toEqual(photos.slice(0, 2));
    running[0]?.finish();
    await settle();
    expect(prepared).toEqual(photos);
  });

  it('a photo that comes while the network works is decoded at once', async () => {
    const { queue, prepared } = manualQueue();
    queue.add(1, photo);
    await settle();
    queue.add(2, photo);
    expect(prepared).toHaveLength(2);
  });

  it('a photo that cannot be decoded ahead fails in its own turn', async () => {
    const { queue, posted, running } = manualQueue();
    queue.add(1, photo);
    queue.add(2, new Blob([]));
    await settle();
    expect(posted).toEqual([]);
    running[0]?.finish();
    await settle();
    expect(posted.map((message) => message.kind)).toEqual(['result', 'failed']);
  });

  it('goes on with photos that come after it was empty', async () => {
    const { queue, posted, running } = manualQueue();
    queue.add(1, photo);
    await settle();
    running[0]?.finish();
    await settle();
    queue.add(2, photo);
    await settle();
    running[1]?.finish();
    await settle();
    expect(posted.map((message) => message.kind)).toEqual(['result', 'result']);
  });
});
