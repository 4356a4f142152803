/** Makes the network ready in Node: model files from disk, tfjs on its WASM backend. Downloads nothing. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';
import { CodedError } from '../src/domain/coded-error';
import { type Manifest, parseManifest } from '../src/domain/manifest';
import { type Classifier, loadClassifier } from '../src/inference/classifier';

/**
 * @param modelDir a folder with manifest.json and the shards that it names
 * @throws CodedError `model-unreachable` for a missing file, `model-corrupt` for a wrong one,
 *   `no-backend` when WebAssembly does not start or computes wrongly
 */
export async function loadModel(modelDir: string): Promise<Classifier> {
  const manifest = await readManifest(modelDir);
  await startWasmBackend();
  const backend = { name: 'wasm', reason: 'no-webgl', renderer: '' } as const;
  const classifier = await loadClassifier(manifest, readShards(modelDir, manifest), backend);
  const error = await classifier.goldenError();
  if (error > manifest.golden.tolerance) {
    throw new CodedError('no-backend', `WebAssembly computes wrongly here: off by ${error}`);
  }
  return classifier;
}

async function readManifest(modelDir: string): Promise<Manifest> {
  const bytes = await readModelFile(join(modelDir, 'manifest.json'));
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new CodedError('model-corrupt', 'manifest.json is no JSON', { cause });
  }
  return parseManifest(json);
}

/** Gzipped shards in the manifest's order, one in memory at a time, each checked before it is given. */
async function* readShards(
  modelDir: string,
  manifest: Manifest,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const { file, sha256 } of manifest.shards) {
    const bytes = await readModelFile(join(modelDir, file));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new CodedError('model-corrupt', `${file} is not the file that the manifest names`);
    }
    // A copy: the decoder asks for memory that no other thread can share.
    yield new Uint8Array(bytes);
  }
}

async function readModelFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new CodedError('model-unreachable', `${path} cannot be read`, { cause });
  }
}

async function startWasmBackend(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  setWasmPaths(`${dirname(resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  const removeAddedListeners = rememberListeners();
  try {
    if (!(await setBackend('wasm'))) throw new CodedError('no-backend', 'tfjs refused WebAssembly');
  } finally {
    removeAddedListeners();
  }
}

/**
 * Emscripten's start-up code adds process listeners that throw again whatever was thrown anywhere,
 * and so print all of that minified code beside an unrelated error.
 */
function rememberListeners(): () => void {
  const events = ['uncaughtException', 'unhandledRejection'];
  const before = new Map(events.map((event) => [event, process.rawListeners(event)]));
  return () => {
    for (const event of events) {
      for (const listener of process.rawListeners(event)) {
        if (before.get(event)?.includes(listener)) continue;
        // Node types every listener as Function; what process lists is what it takes off.
        process.removeListener(event, listener as () => void);
      }
    }
  };
}
