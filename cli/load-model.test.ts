import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topClass } from '../src/domain/classification';
import { MODEL_VERSION } from '../src/domain/model-version';
import type { Classifier } from '../src/inference/classifier';
import { goldenInput } from '../src/inference/golden-input';
import { loadModel } from './load-model';

const shippedModel = fileURLToPath(new URL(`../public/model/${MODEL_VERSION}`, import.meta.url));

describe('the shipped model on the engine', { timeout: 120_000 }, () => {
  let classifier: Classifier;

  beforeAll(async () => {
    classifier = await loadModel(shippedModel);
  }, 120_000);

  afterAll(() => classifier.dispose());

  it("gives the golden input's logits as ncnn computed them in Python, within a thousandth", async () => {
    expect(await classifier.goldenError()).toBeLessThan(0.001);
  });

  it('gives nine probabilities that sum to one', async () => {
    const { ranking } = await classifier.classify(goldenInput(224));
    expect(ranking).toHaveLength(9);
    expect(ranking.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
    expect(topClass({ ranking }).probability).toBe(
      Math.max(...ranking.map(({ probability }) => probability)),
    );
  });

  it('gives photos together what it gives each alone', async () => {
    const photos = [goldenInput(224), new Uint8Array(224 * 224 * 3), goldenInput(224)];
    const together = await classifier.classifyTogether(photos);
    for (const [index, photo] of photos.entries()) {
      expect(together[index]?.ranking).toEqual((await classifier.classify(photo)).ranking);
    }
  });

  it('refuses pixels of another size', async () => {
    await expect(classifier.classify(new Uint8Array(10))).rejects.toThrow(RangeError);
  });

  it('is of no use after it is disposed of, and disposing twice is no error', async () => {
    const second = await loadModel(shippedModel);
    second.dispose();
    second.dispose();
    await expect(second.classify(goldenInput(224))).rejects.toThrow('disposed');
  });
});

describe('loadModel', () => {
  it.each([
    ['manifest.json', '{"format": 1}', 'model-corrupt'],
    ['manifest.json', '<html>', 'model-corrupt'],
    ['shard-03.bin', 'not the shard', 'model-corrupt'],
    ['shard-03.bin', undefined, 'model-unreachable'],
  ])('with %s replaced by %s ends as %s', async (file, content, code) => {
    const folder = await mkdtemp(join(tmpdir(), 'pilah-model-'));
    try {
      await cp(shippedModel, folder, { recursive: true });
      if (content === undefined) await rm(join(folder, file));
      else await writeFile(join(folder, file), content);
      await expect(loadModel(folder)).rejects.toMatchObject({ code });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses a backend whose logits for the golden input are not the known ones', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilah-model-'));
    try {
      await cp(shippedModel, folder, { recursive: true });
      const file = join(folder, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8'));
      manifest.golden.logits[8] += 2 * manifest.golden.tolerance;
      await writeFile(file, JSON.stringify(manifest));
      await expect(loadModel(folder)).rejects.toMatchObject({ code: 'no-backend' });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);
});
