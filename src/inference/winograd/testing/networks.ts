/** Networks, weights and engines for the engine's tests: random but the same each time, or the shipped ones. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type Manifest, parseManifest } from '../../../domain/manifest';
import { MODEL_VERSION } from '../../../domain/model-version';
import { decodeLayers, type LayerCodes } from '../../weight-codec';
import { expectedShapes, WinogradEngine } from '../engine';
import { detectFeatures } from '../features';
import { kernelModuleBytes } from '../kernel-module';
import type { NetworkShape } from '../network-shape';
import { startEngineHelper } from './node-helper';

/** Node 20's V8 has the instructions behind a flag; later ones have them and do not know the flag. */
if (!detectFeatures().hasRelaxedSimd) setFlagsFromString('--experimental-wasm-relaxed-simd');

export const VARIANTS = [
  ['plain SIMD', false],
  ['relaxed SIMD', true],
] as const;

/** Numbers in 0..1, the same for the same seed: mulberry32, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Codes over their whole range, scaled so that activations keep their size from layer to layer. */
export function randomLayers(network: NetworkShape, random: () => number): LayerCodes[] {
  return expectedShapes(network).map((shape, index) => {
    const outputs = shape.at(-1) ?? 0;
    const count = shape.reduce((product, side) => product * side, 1);
    const spread = Math.sqrt((6 * outputs) / count) / 127;
    return {
      name: `layer-${index}`,
      shape,
      codes: Int8Array.from({ length: count }, () => Math.floor(random() * 255) - 127),
      scales: Float32Array.from({ length: outputs }, () => spread * (0.5 + random())),
      biases: Float32Array.from({ length: outputs }, () => random() - 0.5),
    };
  });
}

export function randomPixels(side: number, random: () => number): Float32Array {
  return Float32Array.from({ length: side * side * 3 }, () => 4 * random() - 2);
}

export async function createEngine(
  network: NetworkShape,
  layers: readonly LayerCodes[],
  { isRelaxed = false, threads = 1 } = {},
): Promise<WinogradEngine> {
  const bytes = kernelModuleBytes({ isRelaxed, isShared: threads > 1 });
  const helpers = Array.from({ length: threads - 1 }, () => startEngineHelper);
  const module = await WebAssembly.compile(bytes);
  const engine = WinogradEngine.create(network, { module, helpers });
  for (const layer of layers) engine.loadLayer(layer);
  await untilComplete(engine, threads);
  return engine;
}

/** A thread takes its time to come. */
export async function untilComplete(engine: WinogradEngine, threads: number): Promise<void> {
  while (engine.threads < threads) await new Promise((resolve) => setTimeout(resolve, 1));
}

const MODEL = fileURLToPath(new URL(`../../../../public/model/${MODEL_VERSION}/`, import.meta.url));

export async function shippedModel(): Promise<{ manifest: Manifest; layers: LayerCodes[] }> {
  const manifest = parseManifest(JSON.parse(await readFile(`${MODEL}manifest.json`, 'utf8')));
  async function* shards() {
    for (const { file } of manifest.shards) yield new Uint8Array(await readFile(MODEL + file));
  }
  const layers: LayerCodes[] = [];
  for await (const layer of decodeLayers(manifest, shards())) {
    layers.push(layer);
  }
  return { manifest, layers };
}
