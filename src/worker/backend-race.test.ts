import { describe, expect, it } from 'vitest';
import type { BackendCandidate, BackendName } from '../domain/engine-status';
import { race } from './backend-race';

const RULES = { tolerance: 0.02, patienceMs: 50 };
const never = new Promise<never>(() => {});
const fastest = (...names: BackendName[]) =>
  names.map((name): BackendCandidate => ({ name, reason: 'fastest' }));

/** A backend that says how long it took instead of taking it. */
function runner(times: number[], { error = 0, hangs = false } = {}) {
  const record = { disposed: 0, runs: 0 };
  return {
    record,
    goldenError: async () => (hangs ? never : error),
    run: async () => ({ elapsedMs: times[record.runs++] ?? Number.NaN }),
    dispose: () => {
      record.disposed += 1;
    },
  };
}

type Runner = ReturnType<typeof runner>;

function fail(message: string): never {
  throw new Error(message);
}

interface Track {
  /** Starting resolves to nothing where there is no runner. */
  starting?: () => Promise<unknown>;
  loading?: () => Promise<unknown>;
  runner?: Runner;
}

const later = () => new Promise((resolve) => setTimeout(resolve, RULES.patienceMs + 40));

function raceOf(
  tracks: Partial<Record<BackendName, Runner | Track>>,
  candidates = fastest('wasm', 'webgl', 'webgpu'),
) {
  const start = async ({ name }: BackendCandidate) => {
    const track = tracks[name] ?? {};
    const { starting, loading, runner } = 'record' in track ? { runner: track } : (track as Track);
    await starting?.();
    if (!runner) return undefined;
    return async () => {
      await loading?.();
      return runner;
    };
  };
  return race<Runner>(candidates, start, RULES, (error) => String(error).includes('fatal'));
}

describe('race', () => {
  it('takes the fastest by the better of two runs, and frees the others', async () => {
    const wasm = runner([200, 190]);
    const webgl = runner([300, 60]);
    const webgpu = runner([70, 65]);
    const winner = await raceOf({ wasm, webgl, webgpu });
    expect(winner).toMatchObject({ candidate: { name: 'webgl', reason: 'fastest' }, photoMs: 60 });
    expect([wasm, webgl, webgpu].map(({ record }) => record.disposed)).toEqual([1, 0, 1]);
  });

  it('does not time a second photo where the first took more than twice the time to beat', async () => {
    const webgl = runner([401, 1]);
    const winner = await raceOf({ wasm: runner([200, 200]), webgl });
    expect(winner?.candidate.name).toBe('wasm');
    expect(webgl.record).toEqual({ runs: 1, disposed: 1 });
  });

  it('times one photo where there is nothing to compare', async () => {
    const wasm = runner([200, 190]);
    expect(await raceOf({ wasm }, fastest('wasm'))).toMatchObject({ photoMs: 200 });
    expect(wasm.record.runs).toBe(1);
  });

  it.each([
    ['wrong-numbers', () => runner([1, 1], { error: 0.5 })],
    ['wrong-numbers', () => runner([1, 1], { error: Number.NaN })],
    ['no-answer', () => runner([1, 1], { hangs: true })],
    ['no-answer', () => ({ starting: () => never, runner: runner([1, 1]) })],
    ['no-answer', () => ({ loading: async () => fail('no memory'), runner: runner([1]) })],
    ['no-answer', () => ({})],
  ])('says why the graphics processor fell out: %s', async (reason, track) => {
    const webgl = track();
    const winner = await raceOf({ wasm: runner([200, 200]), webgl }, fastest('wasm', 'webgl'));
    expect(winner?.candidate).toEqual({ name: 'wasm', reason });
    if ('record' in webgl) expect(webgl.record).toEqual({ runs: 0, disposed: 1 });
  });

  it('waits for the weights on a slow link, however long they take', async () => {
    const tracks = {
      wasm: { loading: later, runner: runner([200, 200]) },
      webgl: { loading: later, runner: runner([60, 60]) },
    };
    expect((await raceOf(tracks))?.candidate).toEqual({ name: 'webgl', reason: 'fastest' });
  });

  it('waits as long as it takes for what a person asked for, and for the processor', async () => {
    const slow = () => ({ starting: later, runner: runner([9, 8]) });
    const asked = await raceOf({ webgl: slow() }, [{ name: 'webgl', reason: 'requested' }]);
    expect(asked).toMatchObject({ candidate: { reason: 'requested' } });
    expect((await raceOf({ wasm: slow() }))?.candidate.name).toBe('wasm');
  });

  it('has no winner where none works, and ends at once where no other would help', async () => {
    expect(await raceOf({})).toBeUndefined();
    const webgl = runner([1, 1]);
    const broken = { loading: async () => fail('fatal'), runner: runner([1]) };
    await expect(raceOf({ wasm: broken, webgl })).rejects.toThrow('fatal');
    expect(webgl.record.runs).toBe(0);
  });
});
