/** Finds the fastest backend that computes right, by measuring each on this device. */
import type { BackendCandidate, BackendReason } from '../domain/engine-status';
import { isOnGraphics } from '../inference/backend-choice';

/** What the race needs of a classifier. */
export interface Contender {
  /** Largest distance of the golden input's logits from the known ones. */
  goldenError(): Promise<number>;
  /** One photo. */
  run(): Promise<{ elapsedMs: number }>;
  dispose(): void;
}

export interface Winner<Runner extends Contender> {
  runner: Runner;
  candidate: BackendCandidate;
  /** The fastest of its warm runs. */
  photoMs: number;
}

export interface RaceRules {
  tolerance: number;
  /** For a graphics processor to start, or to run, which at first has its driver compile. */
  patienceMs: number;
}

/**
 * Rejects or resolves to undefined where the backend does not start. What it gives puts the weights
 * there, for which they may have to be downloaded first: however slow the link, that is no fault of a backend.
 */
export type Start<Runner> = (
  candidate: BackendCandidate,
) => Promise<(() => Promise<Runner>) | undefined>;

/** Two to compare, one to tell a person what to expect. */
const COMPARED_RUNS = 2;
const TOLD_RUNS = 1;

/**
 * Undefined when no candidate starts, answers in time and computes right. A later one that is taken
 * because the graphics processor fell out says so as its reason.
 *
 * @throws what loading throws when `isFatal` says that no other backend would help
 */
export async function race<Runner extends Contender>(
  candidates: readonly BackendCandidate[],
  start: Start<Runner>,
  rules: RaceRules,
  isFatal: (error: unknown) => boolean,
): Promise<Winner<Runner> | undefined> {
  let best: Winner<Runner> | undefined;
  let graphicsFailure: BackendReason | undefined;
  for (const candidate of candidates) {
    const outcome = await measure(candidate, start, rules, isFatal, {
      runs: candidates.length > 1 ? COMPARED_RUNS : TOLD_RUNS,
      timeToBeat: best?.photoMs ?? Number.POSITIVE_INFINITY,
    });
    if (typeof outcome === 'string') {
      if (isOnGraphics(candidate.name)) graphicsFailure = outcome;
    } else if (!best || outcome.photoMs < best.photoMs) {
      best?.runner.dispose();
      best = outcome;
    } else {
      outcome.runner.dispose();
    }
  }
  if (best && graphicsFailure && candidates.length > 1 && !isOnGraphics(best.candidate.name)) {
    best.candidate = { ...best.candidate, reason: graphicsFailure };
  }
  return best;
}

type Failure = Extract<BackendReason, 'wrong-numbers' | 'no-answer'>;

async function measure<Runner extends Contender>(
  candidate: BackendCandidate,
  start: Start<Runner>,
  { tolerance, patienceMs }: RaceRules,
  isFatal: (error: unknown) => boolean,
  { runs, timeToBeat }: { runs: number; timeToBeat: number },
): Promise<Winner<Runner> | Failure> {
  // What a person asks for is waited for, however long it takes; and so is the processor, which never hangs.
  const isBounded = candidate.reason === 'fastest' && isOnGraphics(candidate.name);
  const patience = isBounded ? patienceMs : Number.POSITIVE_INFINITY;
  let runner: Runner | undefined;
  try {
    const load = await within(patience, start(candidate));
    if (!load) return 'no-answer';
    runner = await load();
    const error = await within(patience, runner.goldenError());
    if (!(error <= tolerance)) {
      runner.dispose();
      return 'wrong-numbers';
    }
    let photoMs = Number.POSITIVE_INFINITY;
    for (let run = 0; run < runs; run++) {
      const { elapsedMs } = await within(patience, runner.run());
      photoMs = Math.min(photoMs, elapsedMs);
      if (photoMs > 2 * timeToBeat) break; // it will not catch up
    }
    return { runner, candidate, photoMs };
  } catch (error) {
    if (isFatal(error)) throw error;
    runner?.dispose();
    return 'no-answer';
  }
}

/** Rejects when the promise takes longer. */
async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  if (milliseconds === Number.POSITIVE_INFINITY) return promise;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
