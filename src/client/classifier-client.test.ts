import { describe, expect, it, vi } from 'vitest';
import type { Classification } from '../domain/classification';
import type { BackendWish, EngineStatus } from '../domain/engine-status';
import type { Lesson } from '../domain/lesson';
import type { MessageFromWorker, RequestToWorker, SideThread } from '../worker/protocol';
import { createClassifierClient } from './classifier-client';

const classification: Classification = {
  ranking: [{ id: 'glass', probability: 0.9 }],
  verdict: 'unsure',
  evidence: new Float32Array(),
  elapsedMs: 5,
  sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
  isTaught: false,
};
const photo = new Blob(['photo']);

const status = (change: object) => ({ kind: 'status', status: { totalBytes: 1, ...change } });
const result = (change: object) => ({
  kind: 'result',
  id: 1,
  classification: { ...classification, ...change },
});

/** The worker's end of the wire: records requests, lets the test answer. */
class WireEnd {
  readonly requests: RequestToWorker[] = [];
  onmessage: ((event: MessageEvent<MessageFromWorker>) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  terminate = vi.fn();

  postMessage(request: RequestToWorker): void {
    this.requests.push(request);
  }

  answer(message: MessageFromWorker): void {
    this.onmessage?.(new MessageEvent('message', { data: message }));
  }

  crash(): void {
    this.onerror?.(Object.assign(new Event('error'), { message: 'out of memory' }) as ErrorEvent);
  }
}

function connected() {
  const workers: WireEnd[] = [];
  const threads: WireEnd[] = [];
  const refused: SideThread[] = [];
  const statuses: EngineStatus[] = [];
  const wish: BackendWish = { preference: 'auto' };
  const client = createClassifierClient({
    createWorker: () => {
      const worker = new WireEnd();
      workers.push(worker);
      return worker as unknown as Worker; // only the wire's five members are used
    },
    createThread: (thread) => {
      if (refused.includes(thread)) throw new Error('refused');
      const started = new WireEnd();
      threads.push(started);
      return started as unknown as Worker; // as above
    },
    model: { manifestUrl: 'https://pilah.test/model/1/manifest.json' },
    backend: () => ({ ...wish }),
    offer: () => null,
    onStatus: (status) => statuses.push(status),
    onModelInfo: () => {},
  });
  client.load();
  const [worker] = workers;
  if (!worker) throw new Error('no worker was made');
  return { client, worker, workers, threads, refused, statuses, wish };
}

function lastId(worker: WireEnd): number {
  const request = worker.requests.findLast(({ kind }) => kind === 'classify');
  return request?.kind === 'classify' ? request.id : 0;
}

const lesson: Lesson = {
  class: 'glass',
  logits: new Float32Array(9),
  embedding: new Float32Array(512),
};

function teachings(worker: WireEnd) {
  return worker.requests.filter((request) => request.kind === 'teach');
}

describe('createClassifierClient', () => {
  it('answers each photo with the message of its own id, in any order', async () => {
    const { client, worker } = connected();
    const first = client.classify(photo);
    const firstId = lastId(worker);
    const second = client.classify(photo);
    worker.answer({
      kind: 'failed',
      id: lastId(worker),
      failure: { code: 'photo-damaged', detail: '' },
    });
    worker.answer({ kind: 'result', id: firstId, classification });
    await expect(first).resolves.toBe(classification);
    await expect(second).rejects.toMatchObject({ code: 'photo-damaged' });
  });

  it('an aborted job is told to the worker and stays silent when it answers late', async () => {
    const { client, worker } = connected();
    const abort = new AbortController();
    const answer = client.classify(photo, abort.signal);
    const id = lastId(worker);
    abort.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.requests.at(-1)).toEqual({ kind: 'cancel', id });
    worker.answer({ kind: 'result', id, classification });
    worker.answer({ kind: 'cancelled', id });
  });

  it('an abort after the answer is not sent on', async () => {
    const { client, worker } = connected();
    const abort = new AbortController();
    const answer = client.classify(photo, abort.signal);
    worker.answer({ kind: 'result', id: lastId(worker), classification });
    await answer;
    abort.abort();
    expect(worker.requests.some(({ kind }) => kind === 'cancel')).toBe(false);
  });

  it('starts the threads that the worker asks for, tells of their end, and ends them with it', () => {
    const { client, worker, threads, refused } = connected();
    const { port1, port2 } = new MessageChannel();
    worker.answer({ kind: 'start-thread', thread: 'reader', port: port1 });
    worker.answer({ kind: 'start-thread', thread: 'helper', port: port2 });
    const [reader, helper] = threads;
    expect(reader?.requests).toEqual([port1]);
    expect(helper?.requests).toEqual([port2]);
    reader?.crash();
    expect(worker.requests.at(-1)).toEqual({ kind: 'thread-ended', thread: 'reader' });
    refused.push('helper');
    worker.answer({ kind: 'start-thread', thread: 'helper', port: port2 });
    expect(worker.requests.at(-1)).toEqual({ kind: 'thread-ended', thread: 'helper' });
    client.restart();
    expect(helper?.terminate).toHaveBeenCalled();
    port1.close();
  });

  it('a worker that was ended gets no thread any more', () => {
    const { client, worker, threads } = connected();
    client.restart();
    const { port1 } = new MessageChannel();
    worker.answer({ kind: 'start-thread', thread: 'helper', port: port1 });
    expect(threads).toEqual([]);
    port1.close();
  });

  it('after a crash a new worker gets the photos that the old one had', async () => {
    const { client, worker, workers, statuses } = connected();
    const answers = [client.classify(photo), client.classify(photo)];
    worker.crash();
    expect(worker.terminate).toHaveBeenCalled();
    expect(workers[1]?.requests).toMatchObject([
      { kind: 'load' },
      { kind: 'classify', id: 1, photo },
      { kind: 'classify', id: 2, photo },
    ]);
    workers[1]?.answer({ kind: 'result', id: 1, classification });
    workers[1]?.answer({ kind: 'result', id: 2, classification });
    await expect(Promise.all(answers)).resolves.toHaveLength(2);
    expect(statuses).toEqual([]);
  });

  it('a new worker is taught what was taken over, not what was undone, before it gets a photo', async () => {
    const { client, worker, workers } = connected();
    const report = { accuracyBefore: 0.9, accuracyAfter: 0.9, isUndone: false };
    const learnt = client.teach([lesson]);
    worker.answer({ kind: 'taught', id: teachings(worker).at(-1)?.id ?? 0, report });
    await expect(learnt).resolves.toEqual(report);
    const undone = client.teach([lesson, lesson]);
    const spoilt = { ...report, accuracyAfter: 0.5, isUndone: true };
    worker.answer({ kind: 'taught', id: teachings(worker).at(-1)?.id ?? 0, report: spoilt });
    await expect(undone).resolves.toEqual(spoilt);
    void client.classify(photo);
    worker.crash();
    const kinds = workers[1]?.requests.map(({ kind }) => kind) ?? [];
    expect(kinds.indexOf('teach')).toBeLessThan(kinds.indexOf('classify'));
    expect(teachings(workers[1] ?? worker).map(({ lessons }) => lessons)).toEqual([[lesson]]);
  });

  it('a lesson that was under way when the worker crashed is learnt by the next one', async () => {
    const { client, worker, workers } = connected();
    const learning = client.teach([lesson]);
    const id = teachings(worker)[0]?.id ?? 0;
    worker.crash();
    expect(teachings(workers[1] ?? worker)).toMatchObject([{ id, lessons: [lesson] }]);
    workers[1]?.answer({
      kind: 'not-taught',
      id,
      failure: { code: 'part-unreachable', detail: '' },
    });
    await expect(learning).rejects.toMatchObject({ code: 'part-unreachable' });
  });

  it('a second crash in a row fails what waits and is shown; loading again starts a new worker', async () => {
    const { client, worker, workers, statuses } = connected();
    const answer = client.classify(photo);
    worker.crash();
    workers[1]?.crash();
    await expect(answer).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(statuses.at(-1)).toMatchObject({ kind: 'failed', failure: { code: 'worker-crashed' } });
    expect(workers).toHaveLength(2);
    client.load();
    workers[2]?.crash();
    expect(workers, 'a person asked, so it starts anew once more').toHaveLength(4);
  });

  it('an answer in between begins the count of crashes anew', async () => {
    const { client, worker, workers } = connected();
    const first = client.classify(photo);
    worker.crash();
    workers[1]?.answer({ kind: 'result', id: 1, classification });
    await first;
    workers[1]?.crash();
    expect(workers).toHaveLength(3);
  });

  it.each([
    ['nothing', null],
    ['an unknown kind', { kind: 'surprise' }],
    ['a download of NaN bytes', status({ kind: 'downloading', downloadedBytes: Number.NaN })],
    ['ready without a backend', status({ kind: 'ready', photoMs: 1 })],
    ['a failure without a code', { kind: 'failed', id: 1, failure: {} }],
    ['an answer without classes', result({ ranking: [] })],
    ['a class without a name', result({ ranking: [null] })],
    ['a probability of NaN', result({ ranking: [{ id: 'glass', probability: Number.NaN }] })],
    ['evidence that is none', result({ evidence: [1] })],
  ])('a worker that says %s is ended like one that crashed', (_, message) => {
    const { worker, workers } = connected();
    worker.answer(message as MessageFromWorker);
    expect(worker.terminate).toHaveBeenCalled();
    expect(workers).toHaveLength(2);
  });

  it('a restart ends the old worker, fails what it had, and asks for the wish of now', async () => {
    const { client, worker, workers, wish } = connected();
    const answer = client.classify(photo);
    wish.preference = 'webgl';
    client.restart();
    await expect(answer).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(worker.terminate).toHaveBeenCalled();
    expect(workers[1]?.requests).toMatchObject([
      { kind: 'load', backend: { preference: 'webgl' } },
    ]);
  });
});
