import { describe, expect, it } from 'vitest';
import { CodedError, type ErrorCode } from '../domain/coded-error';
import { CLASSIFICATION, html, JPEG, jpeg, PNG, resolvers, setUp } from './testing/set-up-store';

describe('choosing a photo', () => {
  it('goes by the bytes, whatever name and type say', async () => {
    const { state } = setUp();
    await state().actions.choose([new File([JPEG], 'catatan.txt', { type: 'text/plain' })]);
    expect(state().photo).toMatchObject({ kind: 'chosen', previewUrl: 'blob:0' });
    await state().actions.choose([new File([PNG], 'tanpa-nama', { type: '' })]);
    expect(state().photo).toMatchObject({ kind: 'chosen', previewUrl: 'blob:1' });
  });

  it('refuses a wrong file and keeps the photo and its preview', async () => {
    const { state, freed } = setUp();
    await state().actions.choose([jpeg()]);
    await state().actions.choose([html()]);
    expect(state().alert?.code).toBe('not-jpeg-or-png');
    expect(state().photo).toMatchObject({ kind: 'chosen', file: { name: 'foto.jpg' } });
    expect(freed).toEqual([]);
  });

  it('keeps a result and a running job when the next file is wrong', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg()]);
    const running = state().actions.classify();
    await state().actions.choose([html()]);
    expect(jobs[0]?.signal.aborted).toBe(false);
    jobs[0]?.answer.resolve(CLASSIFICATION);
    await running;
    expect(state().photo.kind).toBe('done');
  });

  it('alerts anew for the same mistake', async () => {
    const { state } = setUp();
    await state().actions.choose([html()]);
    const first = state().alert?.serial;
    await state().actions.choose([html()]);
    expect(state().alert?.serial).not.toBe(first);
  });

  it('takes none from an empty drop, and several into the queue, beside the one on the table', async () => {
    const { state } = setUp();
    await state().actions.choose([]);
    expect(state().photo.kind).toBe('none');
    await state().actions.choose([jpeg('table.jpg')]);
    await state().actions.choose([jpeg('a.jpg'), html()]);
    expect(state().photo).toMatchObject({ kind: 'chosen', file: { name: 'table.jpg' } });
    expect(state().queue.items.map(({ outcome }) => outcome.kind)).toEqual(['waiting', 'waiting']);
  });

  it('says when a file can no longer be read', async () => {
    const { state } = setUp();
    const gone = jpeg();
    gone.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    await state().actions.choose([gone]);
    expect(state().alert?.code).toBe('file-unreadable');
  });

  it('clears the alert and frees the old preview with the next good photo', async () => {
    const { state, freed } = setUp();
    await state().actions.choose([jpeg()]);
    await state().actions.choose([html()]);
    await state().actions.choose([jpeg()]);
    expect(state().alert).toBeNull();
    expect(freed).toEqual(['blob:0']);
  });

  it('keeps the photo when the next one cannot be drawn, and frees what was made for that', async () => {
    const { state, freed, undrawable } = setUp();
    await state().actions.choose([jpeg()]);
    undrawable.add('blob:1');
    await state().actions.choose([jpeg('rusak.jpg')]);
    expect(state().alert?.code).toBe('photo-damaged');
    expect(state().photo).toMatchObject({ kind: 'chosen', previewUrl: 'blob:0' });
    expect(freed).toEqual(['blob:1']);
  });

  it('sorts the photo that is still being read when the button is pressed, not the one before', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg('lama.jpg')]);
    const choosing = state().actions.choose([jpeg('baru.jpg')]);
    const running = state().actions.classify();
    await choosing;
    await Promise.resolve();
    expect(jobs.map(({ photo }) => (photo as File).name)).toEqual(['baru.jpg']);
    jobs[0]?.answer.resolve(CLASSIFICATION);
    await running;
    const refused = state().actions.choose([html()]);
    await state().actions.classify();
    await refused;
    expect(state().alert?.code).toBe('not-jpeg-or-png');
    expect(jobs).toHaveLength(1);
  });

  it('lets the later of two choices win', async () => {
    const { state, urls, freed } = setUp();
    const slow = jpeg('lambat.jpg');
    const bytes = resolvers<ArrayBuffer>();
    slow.slice = () => Object.assign(new Blob(), { arrayBuffer: () => bytes.promise });
    const first = state().actions.choose([slow]);
    await state().actions.choose([jpeg('cepat.jpg')]);
    bytes.resolve(JPEG.buffer);
    await first;
    expect(state().photo).toMatchObject({ file: { name: 'cepat.jpg' } });
    expect(urls).toHaveLength(2);
    expect(freed).toEqual(['blob:1']);
  });

  it('takes a sample like any file, and says when it cannot be fetched', async () => {
    const { state } = setUp();
    await state().actions.chooseSample('glass-3.jpg');
    expect(state().photo).toMatchObject({ kind: 'chosen', file: { name: 'glass-3.jpg' } });
    await state().actions.chooseSample('gone.jpg');
    expect(state().alert?.code).toBe('file-unreadable');
    expect(state().photo.kind).toBe('chosen');
  });
});

describe('classifying', () => {
  it('asks for a photo when there is none', async () => {
    const { state, jobs } = setUp();
    await state().actions.classify();
    expect(state().alert?.code).toBe('no-photo');
    expect(jobs).toHaveLength(0);
  });

  it('waits when pressed before the model is there, then shows the result', async () => {
    const { state, jobs, fake } = setUp();
    fake.listeners?.onStatus({ kind: 'downloading', downloadedBytes: 1, totalBytes: 2 });
    await state().actions.choose([jpeg()]);
    const pressed = state().actions.classify();
    expect(state()).toMatchObject({
      photo: { kind: 'classifying' },
      engine: { kind: 'downloading' },
    });
    jobs[0]?.answer.resolve(CLASSIFICATION);
    await pressed;
    expect(state().photo).toMatchObject({ kind: 'done', classification: CLASSIFICATION });
  });

  it('sends a photo once, however often the button is pressed', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg()]);
    void state().actions.classify();
    void state().actions.classify();
    expect(jobs).toHaveLength(1);
  });

  it('drops the running job in silence when a new photo comes', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg('lama.jpg')]);
    const pressed = state().actions.classify();
    await state().actions.choose([jpeg('baru.jpg')]);
    await pressed;
    expect(jobs[0]?.signal.aborted).toBe(true);
    expect(state()).toMatchObject({
      alert: null,
      photo: { kind: 'chosen', file: { name: 'baru.jpg' } },
    });
  });

  it('goes back to the chosen photo when cancelled', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg()]);
    const pressed = state().actions.classify();
    state().actions.cancel();
    await pressed;
    expect(jobs[0]?.signal.aborted).toBe(true);
    expect(state().photo.kind).toBe('chosen');
    expect(state().alert).toBeNull();
  });

  it('keeps the code of a failure, and can be tried again', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg()]);
    const pressed = state().actions.classify();
    jobs[0]?.answer.reject(new CodedError('photo-damaged', 'cut off'));
    await pressed;
    expect(state().photo).toMatchObject({ kind: 'failed', failure: { code: 'photo-damaged' } });
    const again = state().actions.classify();
    jobs[1]?.answer.resolve(CLASSIFICATION);
    await again;
    expect(state().photo.kind).toBe('done');
  });
});

describe('the model', () => {
  it('is asked for once, by whichever screen needs it first', () => {
    const { state, fake } = setUp();
    expect(fake.loads).toBe(0);
    state().actions.ensureModel();
    state().actions.ensureModel();
    expect(fake.loads).toBe(1);
  });

  it('starts anew on retry, and when classify is pressed after a failure', async () => {
    const { state, fake } = setUp();
    const failure = { code: 'model-unreachable', detail: '' } as const;
    state().actions.ensureModel();
    fake.listeners?.onStatus({ kind: 'failed', failure });
    state().actions.retryModel();
    expect(state().engine.kind).toBe('starting');
    fake.listeners?.onStatus({ kind: 'failed', failure });
    await state().actions.choose([jpeg()]);
    void state().actions.classify();
    expect(fake.loads).toBe(3);
    expect(state().engine.kind).toBe('starting');
  });
});

describe('the model on this device', () => {
  const backend = { name: 'wasm', reason: 'no-gpu', renderer: '', threads: 1 } as const;
  const failed = (code: ErrorCode) => ({ kind: 'failed', failure: { code, detail: '' } }) as const;

  it('is loaded again by itself when the connection is back, where that was the reason', () => {
    const { state, fake } = setUp();
    fake.listeners?.onStatus(failed('no-backend'));
    state().actions.connectionIsBack();
    expect(fake.loads).toBe(0);
    fake.listeners?.onStatus(failed('model-unreachable'));
    state().actions.connectionIsBack();
    expect(fake.loads).toBe(1);
    expect(state().engine.kind).toBe('starting');
  });

  it('is removed with the consent to download it, and comes back with it, while it goes on working', () => {
    const { state, fake, consents } = setUp();
    const ready = { kind: 'ready', backend, photoMs: 40, kept: { kind: 'stored' } } as const;
    fake.listeners?.onStatus(ready);
    state().actions.removeModel();
    state().actions.downloadModel();
    expect(consents).toEqual(['withdraw', 'agree']);
    expect([fake.removals, fake.loads]).toEqual([1, 1]);
    expect(state().engine).toBe(ready);
  });

  it('is asked to be kept for good after the first answer, once', async () => {
    const { state, jobs, consents } = setUp();
    for (const index of [0, 1]) {
      await state().actions.choose([jpeg()]);
      const running = state().actions.classify();
      expect(consents).toHaveLength(index);
      jobs[index]?.answer.resolve(CLASSIFICATION);
      await running;
    }
    expect(consents).toEqual(['persist']);
  });

  it('is loaded again when a queue that it stopped goes on', async () => {
    const { state, fake } = setUp();
    await state().actions.choose([jpeg(), jpeg()]);
    fake.listeners?.onStatus(failed('model-unreachable'));
    state().actions.queue.start();
    expect(fake.loads).toBe(1);
  });
});

describe('where it computes', () => {
  it('hands on what the worker measured', () => {
    const { fake, kept } = setUp();
    const backend = { name: 'webgl', reason: 'fastest', renderer: 'GPU', threads: 1 } as const;
    fake.listeners?.onStatus({ kind: 'ready', backend, photoMs: 40, kept: { kind: 'stored' } });
    expect(kept).toEqual([backend]);
  });

  it('keeps a choice and loads the model there at once', () => {
    const { state, fake, preferred } = setUp();
    state().actions.preferBackend('webgpu');
    expect(preferred).toEqual(['webgpu']);
    expect(fake.restarts).toBe(1);
    expect(state()).toMatchObject({ backendPreference: 'webgpu', engine: { kind: 'starting' } });
  });

  it('does not take the network away from a photo', async () => {
    const { state, fake, preferred } = setUp();
    await state().actions.choose([jpeg()]);
    void state().actions.classify();
    state().actions.preferBackend('wasm');
    expect([fake.restarts, preferred.length]).toEqual([0, 0]);
  });
});
