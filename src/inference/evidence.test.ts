import { beforeAll, describe, expect, it } from 'vitest';
import { normalise } from './classifier';
import { evidenceOf } from './evidence';
import { goldenInput } from './golden-input';
import type { LayerCodes } from './weight-codec';
import { vgg16Shape } from './winograd/network-shape';
import { createEngine, shippedModel } from './winograd/testing/networks';

describe('evidenceOf', () => {
  it('gives each place its own part', () => {
    const codes = Int8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const head = { codes, scales: Float32Array.of(1, 10) };
    // Two places of three channels: [1, 0, 0] and [0, 2, 0].
    const features = Float32Array.of(1, 0, 0, 0, 2, 0);
    expect(Array.from(evidenceOf(features, head, 2))).toEqual([1, 20, 18, 200]);
  });
});

describe('the shipped network', () => {
  let layers: LayerCodes[];
  let pixels: Float32Array;
  beforeAll(async () => {
    const model = await shippedModel();
    layers = model.layers;
    pixels = normalise(goldenInput(224), model.manifest.input);
  });

  it('has 49 parts of each logit, which with its bias sum to it within a thousandth', async () => {
    const engine = await createEngine(vgg16Shape(9), layers);
    const [output] = engine.run([pixels]);
    const head = layers.at(-1);
    if (!output || !head) throw new Error('no output');
    const evidence = evidenceOf(output.features, head, 49);
    for (let id = 0; id < 9; id++) {
      const parts = Array.from({ length: 49 }, (_, place) => evidence[place * 9 + id] ?? 0);
      const sum = parts.reduce((total, part) => total + part, head.biases[id] ?? 0);
      expect(Math.abs(sum - (output.logits[id] ?? 0))).toBeLessThan(1e-3);
      expect(new Set(parts).size).toBeGreaterThan(40);
    }
    engine.dispose();
  }, 60_000);
});
