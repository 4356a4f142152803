/** Brings a model version to life in the worker: opens its files, finds a backend that computes right, warms it up. */
import { CodedError } from '../domain/coded-error';
import type { BackendReport, EngineStatus } from '../domain/engine-status';
import { downloadBytesOf, type ModelInfo, modelInfoOf } from '../domain/model-info';
import { backendCandidates, type WebglRenderer } from '../inference/backend-choice';
import { type Classifier, createClassifier } from '../inference/classifier';
import { goldenInput } from '../inference/golden-input';
import { decodeLayers } from '../inference/weight-codec';
import { detectFeatures } from '../inference/winograd/features';
import { type ModelCache, openModel } from './model-cache';
import { type StartedBackend, startBackend } from './open-network';
import type { BackendPreference } from './protocol';

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
  const { size } = model.manifest.input;
  const { hasSimd } = detectFeatures();
  const failures: string[] = [];
  for (const candidate of backendCandidates(preference, { renderer, hasSimd })) {
    const started = await startBackend(candidate.name, size).catch((error) => {
      failures.push(`${candidate.name}: ${error}`);
    });
    if (!started) continue;
    const { threads } = started;
    const report: BackendReport = { ...candidate, renderer: renderer ?? '', threads };
    const classifier = await tryBackend(model, started, report, onStatus);
    if (!classifier) continue;
    const { elapsedMs } = await classifier.classify(goldenInput(size));
    onStatus({ kind: 'ready', backend: report, photoMs: elapsedMs });
    return classifier;
  }
  const detail = `none of WebGL (${renderer ?? 'absent'}) and WebAssembly; ${failures.join('; ')}`;
  throw new CodedError('no-backend', detail);
}

/** The classifier on that backend, or undefined when it computes wrong numbers. */
async function tryBackend(
  model: ModelCache,
  started: StartedBackend,
  report: BackendReport,
  onStatus: (status: EngineStatus) => void,
): Promise<Classifier | undefined> {
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
  const layers = decodeLayers(manifest.layers, manifest.shards, model.shards(onDownloaded));
  const classifier = createClassifier(manifest, await started.load(layers), report);
  onStatus({ kind: 'warming-up' });
  try {
    if ((await classifier.goldenError()) <= manifest.golden.tolerance) return classifier;
  } catch {
    // A backend that throws on the golden input is as useless as one with wrong numbers.
  }
  classifier.dispose();
  return undefined;
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
