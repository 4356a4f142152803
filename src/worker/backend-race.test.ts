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

function raceOf(
  runners: Partial<Record<BackendName, Runner | Promise<Runner | undefined>>>,
  candidates = fastest('wasm', 'webgl', 'webgpu'),
) {
  const open = async ({ name }: BackendCandidate) => runners[name];
  return race<Runner>(candidates, open, RULES, (error) => String(error).includes('fatal'));
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

  it.each([
    ['wrong-numbers', async () => runner([1, 1], { error: 0.5 })],
    ['wrong-numbers', async () => runner([1, 1], { error: Number.NaN })],
    ['no-answer', async () => runner([1, 1], { hangs: true })],
    ['no-answer', () => Promise.reject(new Error('shader does not compile'))],
    ['no-answer', async () => undefined],
  ])('says why the graphics processor fell out: %s', async (reason, open) => {
    const runners = { wasm: runner([200, 200]), webgl: open() };
    const winner = await raceOf(runners, fastest('wasm', 'webgl'));
    expect(winner?.candidate).toEqual({ name: 'wasm', reason });
  });

  it('frees a backend that starts after nobody waits for it', async () => {
    const webgl = runner([1, 1]);
    const late = new Promise<Runner>((resolve) => setTimeout(() => resolve(webgl), 80));
    await raceOf({ wasm: runner([200, 200]), webgl: late }, fastest('wasm', 'webgl'));
    await late;
    await Promise.resolve();
    expect(webgl.record).toEqual({ runs: 0, disposed: 1 });
  });

  it('waits as long as it takes for what a person asked for', async () => {
    const slow = new Promise<Runner>((resolve) => setTimeout(() => resolve(runner([9, 8])), 80));
    const winner = await raceOf({ webgl: slow }, [{ name: 'webgl', reason: 'requested' }]);
    expect(winner).toMatchObject({ candidate: { reason: 'requested' }, photoMs: 8 });
  });

  it('has no winner where none works, and ends at once where no other would help', async () => {
    expect(await raceOf({})).toBeUndefined();
    const opened: BackendName[] = [];
    const open = async ({ name }: BackendCandidate): Promise<Runner> => {
      opened.push(name);
      throw new Error('fatal');
    };
    const isFatal = (error: unknown) => String(error).includes('fatal');
    await expect(race(fastest('wasm', 'webgl'), open, RULES, isFatal)).rejects.toThrow('fatal');
    expect(opened).toEqual(['wasm']);
  });
});
