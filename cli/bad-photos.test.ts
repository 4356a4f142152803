/** The page's odd and broken files through the command line: the same outcomes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BAD_NAMES, BAD_PHOTOS, PLAIN_SAMPLE } from '../e2e/bad-photos';
import { samplePath } from '../e2e/photos';
import { topClass } from '../src/domain/classification';
import { MODEL_VERSION } from '../src/domain/model-version';
import { createClassifyPool } from './classify-pool';
import type { FileOutcome } from './file-outcome';
import { jsonLine, textLine } from './output-line';

const MODEL = fileURLToPath(new URL(`../public/model/${MODEL_VERSION}`, import.meta.url));
const HANG_MS = 10_000;
/** Making the file takes longer than reading it. */
const TIMEOUT_MS = 60_000;

const pool = createClassifyPool({ modelDir: MODEL, taught: null }, 1);
let folder = '';
let plain: ReturnType<typeof answerOf>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
  plain = answerOf(await pool.classify(samplePath(PLAIN_SAMPLE)));
}, TIMEOUT_MS);
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

describe('the command line', { timeout: TIMEOUT_MS }, () => {
  for (const { name, make, expected } of BAD_PHOTOS) {
    it(`${name}: ${typeof expected === 'number' ? 'the answer of the plain photo' : expected}`, async () => {
      const file = await fixture('photo.jpg', await make());
      const startMs = performance.now();
      const outcome = await pool.classify(file);
      expect(performance.now() - startMs).toBeLessThan(HANG_MS);
      const found = outcome.kind === 'failed' ? outcome.failure.code : answerOf(outcome);
      if (typeof expected === 'number') {
        expect(found).toMatchObject({ id: plain.id });
        expect(Math.abs(answerOf(outcome).probability - plain.probability)).toBeLessThan(expected);
      } else if (expected === 'any-answer') {
        expect(outcome.kind).toBe('classified');
      } else {
        expect(found).toBe(expected);
      }
      expect(answerOf(await pool.classify(samplePath(PLAIN_SAMPLE)))).toEqual(plain);
    });
  }

  it('gives one line for each name, whatever is in it', async () => {
    for (const name of BAD_NAMES.filter((name) => Buffer.byteLength(name) < 256)) {
      const file = await fixture(name, 'no photo');
      const outcome = await pool.classify(file);
      expect(JSON.parse(jsonLine({ file, outcome }))).toMatchObject({ file });
      expect(textLine({ file, outcome })).not.toMatch(/[\p{Bidi_Control}\n\r]/u);
    }
  });
});

function answerOf(outcome: FileOutcome) {
  if (outcome.kind === 'failed') throw new Error(outcome.failure.detail);
  return topClass(outcome.classification);
}

async function fixture(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
