/** Brings a model version to life in the worker: opens its files, finds a backend that computes right, warms it up. */
import { setBackend } from '@tensorflow/tfjs-core';
import { CodedError } from '../domain/coded-error';
import type { BackendName, BackendReport, EngineStatus } from '../domain/engine-status';
import { downloadBytesOf, type ModelInfo, modelInfoOf } from '../domain/model-info';
import { backendCandidates, type WebglRenderer } from '../inference/backend-choice';
import { type Classifier, loadClassifier } from '../inference/classifier';
import { goldenInput } from '../inference/golden-input';
import { type ModelCache, openModel } from './model-cache';
import type { BackendPreference } from './protocol';
import { wasmPaths } from './wasm-paths';

export interface EngineReports {
  onStatus: (status: EngineStatus) => void;
  onModelInfo: (info: ModelInfo) => void;
}

/** Resolves when the network is warm and its golden logits are right. Throws a CodedError. */
export async function startEngine(
  manifestUrl: string,
  preference: BackendPreference,
  { onStatus, onModelInfo }: EngineReports,
): Promise<Classifier> {
  onStatus({ kind: 'starting' });
  const model = await openModel(manifestUrl);
  onModelInfo(modelInfoOf(model.manifest));
  const renderer = webglRenderer();
  for (const candidate of backendCandidates(preference, renderer)) {
    const report: BackendReport = { ...candidate, renderer: renderer ?? '' };
    const classifier = await tryBackend(model, report, onStatus);
    if (!classifier) continue;
    const { elapsedMs } = await classifier.classify(goldenInput(model.manifest.input.size));
    onStatus({ kind: 'ready', backend: report, photoMs: elapsedMs });
    return classifier;
  }
  throw new CodedError('no-backend', `none of WebGL (${renderer ?? 'absent'}) and WebAssembly`);
}

/** The classifier on that backend, or undefined when it does not start or computes wrong numbers. */
async function tryBackend(
  model: ModelCache,
  backend: BackendReport,
  onStatus: (status: EngineStatus) => void,
): Promise<Classifier | undefined> {
  if (!(await activate(backend.name))) return undefined;
  const { manifest } = model;
  const totalBytes = downloadBytesOf(manifest);
  let shownPercent = -1;
  const onDownloaded = (downloadedBytes: number) => {
    // Chunks come by the hundred; the page hears of each percent once.
    const percent = Math.floor((100 * downloadedBytes) / totalBytes);
    if (percent === shownPercent) return;
    shownPercent = percent;
    onStatus(
      percent < 100 ? { kind: 'downloading', downloadedBytes, totalBytes } : { kind: 'unpacking' },
    );
  };
  onDownloaded(0);
  const classifier = await loadClassifier(manifest, model.shards(onDownloaded), backend);
  onStatus({ kind: 'warming-up' });
  try {
    if ((await classifier.goldenError()) <= manifest.golden.tolerance) return classifier;
  } catch {
    // A backend that throws on the golden input is as useless as one with wrong numbers.
  }
  classifier.dispose();
  return undefined;
}

/** Loads the backend's code, which a device that never uses it does not download. */
async function activate(name: BackendName): Promise<boolean> {
  try {
    if (name === 'webgl') {
      await import('@tensorflow/tfjs-backend-webgl');
    } else {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      setWasmPaths(wasmPaths);
    }
    return await setBackend(name);
  } catch {
    return false;
  }
}

function webglRenderer(): WebglRenderer {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return undefined;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(renderer);
}
