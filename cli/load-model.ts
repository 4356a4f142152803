/** Makes the network ready in Node: model files from disk, on our own engine. Downloads nothing. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../src/domain/coded-error';
import { type Manifest, parseManifest } from '../src/domain/manifest';
import { type Classifier, createClassifier } from '../src/inference/classifier';
import { decodeLayers } from '../src/inference/weight-codec';
import type { WinogradEngine } from '../src/inference/winograd/engine';
import { loadWinograd, startEngine } from '../src/inference/winograd-network';

/**
 * @param modelDir a folder with manifest.json and the shards that it names
 * @throws CodedError `model-unreachable` for a missing file, `model-corrupt` for a wrong one,
 *   `no-backend` when WebAssembly does not start or computes wrongly
 */
export async function loadModel(modelDir: string): Promise<Classifier> {
  const manifest = await readManifest(modelDir);
  const engine = await startOrExplain();
  const backend = { name: 'wasm', reason: 'no-gpu', renderer: '', threads: 1 } as const;
  const shards = readShards(modelDir, manifest);
  const layers = decodeLayers(manifest, shards);
  const classifier = createClassifier(manifest, await loadWinograd(engine, layers), backend);
  const error = await classifier.goldenError();
  if (error > manifest.golden.tolerance) {
    classifier.dispose();
    throw new CodedError('no-backend', `WebAssembly computes wrongly here: off by ${error}`);
  }
  return classifier;
}

async function startOrExplain(): Promise<WinogradEngine> {
  try {
    return await startEngine();
  } catch (cause) {
    throw new CodedError('no-backend', `the engine does not start: ${cause}`, { cause });
  }
}

/** Throws as `loadModel` does. */
export async function readManifest(modelDir: string): Promise<Manifest> {
  const bytes = await readModelFile(join(modelDir, 'manifest.json'));
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new CodedError('model-corrupt', 'manifest.json is no JSON', { cause });
  }
  return parseManifest(json);
}

/** Shards in the manifest's order, one in memory at a time, each checked before it is given. */
async function* readShards(modelDir: string, manifest: Manifest): AsyncGenerator<Uint8Array> {
  for (const { file, sha256 } of manifest.shards) {
    const bytes = await readModelFile(join(modelDir, file));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new CodedError('model-corrupt', `${file} is not the file that the manifest names`);
    }
    yield bytes;
  }
}

/** Throws a CodedError `model-unreachable`. */
export async function readModelFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new CodedError('model-unreachable', `${path} cannot be read`, { cause });
  }
}
