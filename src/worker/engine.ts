/** Brings a model version to life in the worker: opens its files, finds the backend to compute on, warms it up. */
import { CodedError, isAboutModel } from '../domain/coded-error';
import type {
  BackendCandidate,
  BackendReport,
  BackendWish,
  EngineStatus,
} from '../domain/engine-status';
import { downloadBytesOf } from '../domain/model-info';
import { backendRounds, type Device } from '../inference/backend-choice';
import { type Classifier, createClassifier } from '../inference/classifier';
import { goldenInput } from '../inference/golden-input';
import { decodeLayers } from '../inference/weight-codec';
import { detectFeatures } from '../inference/winograd/features';
import { type Contender, race, type Start } from './backend-race';
import { detectWebgpu, webglRenderer } from './graphics';
import type { DownloadReports, ModelCache } from './model-cache';
import { startBackend } from './open-network';

/** A driver that has not computed one photo by then is slower than any processor. */
const PATIENCE_MS = 15_000;
const DOWNLOAD_STEPS = 25;

/** What computes right here, and how fast. */
export interface Engine {
  classifier: Classifier;
  backend: BackendReport;
  /** One warm run. */
  photoMs: number;
}

type OnStatus = (status: EngineStatus) => void;

/** Resolves when the network is warm and its golden logits are right. Throws a CodedError. */
export async function startEngine(
  model: ModelCache,
  wish: BackendWish,
  onStatus: OnStatus,
): Promise<Engine> {
  const device: Device = {
    renderer: webglRenderer(),
    webgpu: await detectWebgpu(),
    hasSimd: detectFeatures().hasSimd,
  };
  return chooseBackend(model, backendRounds(wish.preference, wish.remembered, device), {
    renderer: device.renderer ?? '',
    threads: wish.threads,
    onStatus,
  });
}

/** The same model after the graphics processor was lost: there `again`, where that is given and works, or on the processor. */
export async function restartEngine(
  model: ModelCache,
  onStatus: OnStatus,
  threads: number | undefined,
  again?: BackendCandidate,
): Promise<Engine> {
  const rounds: BackendCandidate[][] = [
    again ? [{ name: again.name, reason: again.reason }] : [],
    [{ name: 'wasm', reason: 'gpu-lost' }],
    [{ name: 'tfjs-wasm', reason: 'gpu-lost' }],
  ];
  return chooseBackend(model, rounds, { renderer: webglRenderer() ?? '', threads, onStatus });
}

interface Surroundings {
  renderer: string;
  threads: number | undefined;
  onStatus: OnStatus;
}

async function chooseBackend(
  model: ModelCache,
  rounds: readonly BackendCandidate[][],
  { renderer, threads, onStatus }: Surroundings,
): Promise<Engine> {
  const { manifest } = model;
  const failures: string[] = [];
  const start: Start<OpenBackend> = async (candidate) => {
    const started = await startBackend(candidate.name, manifest.input.size, threads).catch(
      (error) => {
        failures.push(`${candidate.name}: ${error}`);
      },
    );
    if (!started) return undefined;
    return async () => {
      const shards = model.shards(downloadReports(model, onStatus));
      const layers = decodeLayers(manifest, shards);
      const network = await started.load(layers);
      const report = {
        ...candidate,
        renderer,
        // Asked for after the runs: a thread takes its time to come.
        get threads() {
          return started.threads;
        },
      };
      onStatus({ kind: 'warming-up' });
      return openBackend(createClassifier(manifest, network, report), report);
    };
  };
  const rules = { tolerance: manifest.golden.tolerance, patienceMs: PATIENCE_MS };
  for (const round of rounds) {
    const winner = await race(round, start, rules, isAboutFiles);
    if (!winner) continue;
    const { runner, candidate, photoMs } = winner;
    return { classifier: runner.classifier, backend: { ...runner.report, ...candidate }, photoMs };
  }
  throw new CodedError('no-backend', `${renderer || 'no WebGL'}; ${failures.join('; ')}`);
}

/** No other backend would help. */
function isAboutFiles(error: unknown): boolean {
  return error instanceof CodedError && error.code !== 'no-backend' && isAboutModel(error.code);
}

interface OpenBackend extends Contender {
  classifier: Classifier;
  report: BackendReport;
}

function openBackend(classifier: Classifier, report: BackendReport): OpenBackend {
  return {
    classifier,
    report,
    goldenError: () => classifier.goldenError(),
    run: () => classifier.classify(goldenInput(classifier.manifest.input.size)),
    dispose: () => classifier.dispose(),
  };
}

/** Chunks come by the hundred, and drawing each would hold up a page that is still being built */
function downloadReports({ manifest }: ModelCache, onStatus: OnStatus): DownloadReports {
  const totalBytes = downloadBytesOf(manifest);
  let toldStep = -1;
  let isWaiting = false;
  return {
    onBytes(downloadedBytes) {
      const step = Math.floor((DOWNLOAD_STEPS * downloadedBytes) / totalBytes);
      if (step === toldStep) return;
      toldStep = step;
      isWaiting = false;
      const isWhole = step === DOWNLOAD_STEPS;
      onStatus(
        isWhole ? { kind: 'unpacking' } : { kind: 'downloading', downloadedBytes, totalBytes },
      );
    },
    onWaiting(reason, downloadedBytes) {
      if (isWaiting) return;
      isWaiting = true;
      toldStep = -1;
      onStatus({ kind: 'offered', reason, downloadedBytes, totalBytes });
    },
  };
}
