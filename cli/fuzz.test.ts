/** Mutated files by the hundred through the command line's threads: each ends, in time, and nothing of it stays. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FUZZ_FILES, FUZZ_SEED, photoMutator } from '../e2e/mutated-photos';
import { samplePath } from '../e2e/photos';
import { MODEL_VERSION } from '../src/domain/model-version';
import { createClassifyPool } from './classify-pool';
import type { FileOutcome } from './file-outcome';

const MODEL = fileURLToPath(new URL(`../public/model/${MODEL_VERSION}`, import.meta.url));
const HANG_MS = 10_000;
/** Files until the process holds what it needs: network, decoders, heap. */
const WARM_UP = 50;
/** The allocator keeps some pages of the largest photo: what leaks grows with the files instead. */
const MAX_GROWTH_BYTES = 100e6;

it(`${FUZZ_FILES} mutated files, seed ${FUZZ_SEED}, through the command line`, {
  timeout: 120_000 + FUZZ_FILES * 2000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pilah-'));
  const pool = createClassifyPool({ modelDir: MODEL, taught: null }, 1);
  const good = async () => answerOf(await pool.classify(samplePath('glass-3.jpg')));
  const before = await good();
  const mutate = await photoMutator(FUZZ_SEED);
  const counts: Record<string, number> = {};
  let slowestMs = 0;
  let bytesBefore = 0;
  for (let index = 0; index < FUZZ_FILES; index += 1) {
    if (index === Math.min(WARM_UP, FUZZ_FILES - 1)) bytesBefore = process.memoryUsage.rss();
    const file = join(folder, 'photo.jpg');
    await writeFile(file, mutate(index));
    const startMs = performance.now();
    const outcome = await pool.classify(file);
    slowestMs = Math.max(slowestMs, performance.now() - startMs);
    const word = outcome.kind === 'failed' ? outcome.failure.code : 'answer';
    counts[word] = (counts[word] ?? 0) + 1;
  }
  const bytes = process.memoryUsage.rss();
  const after = await good();
  await pool.close();
  await rm(folder, { recursive: true });

  console.log(`command line: ${FUZZ_FILES} files, seed ${FUZZ_SEED}: ${JSON.stringify(counts)}`);
  const megabytes = [bytesBefore, bytes].map((count) => `${Math.round(count / 1e6)} MB`);
  console.log(
    `command line: slowest file ${Math.round(slowestMs)} ms; process ${megabytes.join(' -> ')}`,
  );
  const known = ['answer', 'not-jpeg-or-png', 'photo-damaged', 'photo-too-large'];
  expect(known).toEqual(expect.arrayContaining(Object.keys(counts)));
  expect(counts.answer).toBeGreaterThan(0);
  expect(counts['photo-damaged']).toBeGreaterThan(0);
  expect(after).toEqual(before);
  expect(slowestMs).toBeLessThan(HANG_MS);
  expect(bytes - bytesBefore).toBeLessThan(MAX_GROWTH_BYTES);
});

function answerOf(outcome: FileOutcome) {
  if (outcome.kind === 'failed') throw new Error(outcome.failure.detail);
  return outcome.classification.ranking;
}
