import { describe, expect, it } from 'vitest';
import { CodedError } from '../domain/coded-error';
import { CLASSIFICATION, html, jpeg, setUp } from './testing/set-up-store';

describe('several photos', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('are sorted by the same button; one that is no photo fails alone', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg('a.jpg'), html(), jpeg('c.jpg')]);
    await state().actions.classify();
    jobs[0]?.answer.resolve(CLASSIFICATION);
    jobs[1]?.answer.reject(new CodedError('not-jpeg-or-png', 'by its worker'));
    await settle();
    jobs[2]?.answer.resolve(CLASSIFICATION);
    await settle();
    expect(state().queue.items.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'done' },
      { kind: 'failed', failure: { code: 'not-jpeg-or-png' } },
      { kind: 'done' },
    ]);
    expect(state().alert).toBeNull();
  });

  it('leave the answer on the table alone while they are worked on', async () => {
    const { state, jobs } = setUp();
    await state().actions.choose([jpeg('table.jpg')]);
    const first = state().actions.classify();
    jobs[0]?.answer.resolve(CLASSIFICATION);
    await first;
    await state().actions.choose([jpeg('a.jpg'), jpeg('b.jpg')]);
    await state().actions.classify();
    await settle();
    expect(state().photo.kind).toBe('done');
    expect(jobs).toHaveLength(3);
  });

  it('are opened on the table with their answer, and without one as chosen', async () => {
    const { state, jobs, freed } = setUp();
    await state().actions.choose([jpeg('a.jpg'), jpeg('b.jpg')]);
    await state().actions.classify();
    await settle();
    jobs[0]?.answer.resolve(CLASSIFICATION);
    await settle();
    const [first, second] = state().queue.items;
    await state().actions.openQueued(first?.id ?? 0);
    expect(state().photo).toMatchObject({
      kind: 'done',
      file: { name: 'a.jpg' },
      classification: CLASSIFICATION,
      previewUrl: 'blob:0',
    });
    await state().actions.openQueued(second?.id ?? 0);
    expect(state().photo).toMatchObject({ kind: 'chosen', file: { name: 'b.jpg' } });
    expect(freed).toEqual(['blob:0']);
  });

  it('leave the photo on the table where it is when the one to be opened is broken', async () => {
    const { state, freed, jobs } = setUp();
    await state().actions.choose([jpeg('table.jpg')]);
    await state().actions.choose([html(), jpeg('b.jpg')]);
    state().actions.queue.start();
    jobs[0]?.answer.reject(new CodedError('not-jpeg-or-png', 'by its worker'));
    await settle();
    await state().actions.openQueued(state().queue.items[0]?.id ?? 0);
    expect(state().photo).toMatchObject({ kind: 'chosen', file: { name: 'table.jpg' } });
    expect(state().alert?.code).toBe('not-jpeg-or-png');
    expect(freed).toEqual([]);
  });

  it('and the one on the table are told of when they are answered, not when they are opened or stopped', async () => {
    const { state, jobs, answers } = setUp();
    await state().actions.choose([jpeg('table.jpg')]);
    void state().actions.classify();
    state().actions.cancel();
    jobs[0]?.answer.resolve(CLASSIFICATION);
    await settle();
    expect(answers).toEqual([]);
    void state().actions.classify();
    jobs[1]?.answer.resolve(CLASSIFICATION);
    await settle();
    await state().actions.choose([jpeg('a.jpg'), html()]);
    await state().actions.classify();
    jobs[2]?.answer.resolve({ ...CLASSIFICATION, elapsedMs: 2 });
    jobs[3]?.answer.reject(new CodedError('not-jpeg-or-png', 'by its worker'));
    await settle();
    await state().actions.openQueued(state().queue.items[0]?.id ?? 0);
    expect(answers.map(({ classification }) => classification.elapsedMs)).toEqual([900, 2]);
    expect(answers.map(({ photo }) => photo instanceof File && photo.name)).toEqual([
      'table.jpg',
      'a.jpg',
    ]);
    // As it lies there: whoever holds the answer of the screen finds it again by itself.
    expect(state().photo).toMatchObject({
      kind: 'done',
      classification: answers[1]?.classification,
    });
  });
});
