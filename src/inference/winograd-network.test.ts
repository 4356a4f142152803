/** The shipped network on the engine: against double precision, and beside TensorFlow.js on the sample photos. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePhotoFile } from '../../cli/decode-photo-node';
import { calibratedProbabilities } from '../domain/classification';
import type { Manifest } from '../domain/manifest';
import { squashToRgb } from '../imaging/resize';
import { normalise } from './classifier';
import { goldenInput } from './golden-input';
import type { Network } from './network';
import { loadVgg16 } from './vgg16';
import type { LayerCodes } from './weight-codec';
import type { WinogradEngine } from './winograd/engine';
import { vgg16Shape } from './winograd/network-shape';
import { relativeError, runReference } from './winograd/testing/float64-reference';
import { createEngine, shippedModel, VARIANTS } from './winograd/testing/networks';

const NETWORK = vgg16Shape(9);
const SAMPLES = fileURLToPath(new URL('../../public/samples/', import.meta.url));
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.jpg'));

let manifest: Manifest;
let layers: LayerCodes[];
beforeAll(async () => {
  ({ manifest, layers } = await shippedModel());
});

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function samplePixels(name: string): Promise<Float32Array> {
  const { data, width, height } = await decodePhotoFile(join(SAMPLES, name));
  return normalise(squashToRgb(data, width, height, 224), manifest.input);
}

describe('the whole network', () => {
  it('is within 1e-4 of double precision, with plain and with relaxed SIMD', async () => {
    const pixels = await samplePixels('glass-3.jpg');
    const expected = runReference(NETWORK, layers, pixels);
    for (const [, isRelaxed] of VARIANTS) {
      const engine = await createEngine(NETWORK, layers, { isRelaxed });
      const [found] = engine.run([pixels]);
      expect(relativeError(found?.features ?? [], expected.features)).toBeLessThan(1e-4);
      expect(relativeError(found?.logits ?? [], expected.logits)).toBeLessThan(1e-4);
      engine.dispose();
    }
  }, 240_000);

  it('takes at most 40 MB on one thread, weights included', async () => {
    const engine = await createEngine(NETWORK, layers);
    engine.run([normalise(goldenInput(224), manifest.input)]);
    expect(engine.memoryBytes).toBeLessThan(40e6);
    engine.dispose();
  });

  it('gives with two threads what one gives, bit for bit', async () => {
    const pixels = normalise(goldenInput(224), manifest.input);
    const solo = await createEngine(NETWORK, layers);
    const pair = await createEngine(NETWORK, layers, { threads: 2 });
    expect(pair.run([pixels])).toEqual(solo.run([pixels]));
    pair.dispose();
    solo.dispose();
  }, 60_000);
});

describe('beside TensorFlow.js', { timeout: 120_000 }, () => {
  let reference: Network;
  const engines: WinogradEngine[] = [];
  beforeAll(async () => {
    const { resolve } = createRequire(import.meta.url);
    setWasmPaths(`${dirname(resolve('@tensorflow/tfjs-backend-wasm'))}/`);
    await setBackend('wasm');
    reference = await loadVgg16(stream(layers), 224);
    for (const [, isRelaxed] of VARIANTS) {
      engines.push(await createEngine(NETWORK, layers, { isRelaxed }));
    }
  }, 120_000);
  afterAll(() => {
    reference.dispose();
    for (const engine of engines) engine.dispose();
  });

  it.each(samples)('%s gets the same top probability within a thousandth', async (name) => {
    const pixels = await samplePixels(name);
    const probabilities = (logits: Float32Array | undefined) =>
      calibratedProbabilities(logits ?? new Float32Array(), manifest.temperature);
    const [output] = await reference.run([pixels]);
    const expected = probabilities(output?.logits);
    const top = expected.indexOf(Math.max(...expected));
    for (const engine of engines) {
      const found = probabilities(engine.run([pixels])[0]?.logits);
      expect(Math.abs((found[top] ?? 0) - (expected[top] ?? 0))).toBeLessThan(0.001);
    }
  });

  it('holds the same number of tensors after a photo as before it, and none when disposed of', async () => {
    const before = memory().numTensors;
    const second = await loadVgg16(stream(layers), 224);
    expect(memory().numTensors - before, 'a kernel and biases for each of 14 layers').toBe(28);
    await second.run([new Float32Array(224 * 224 * 3)]);
    expect(memory().numTensors - before).toBe(28);
    second.dispose();
    second.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
