/** A thread that owns one network and classifies the files whose paths it is sent, one at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, toCodedFailure } from '../src/domain/coded-error';
import { squashToRgb } from '../src/imaging/resize';
import type { Classifier } from '../src/inference/classifier';
import { decodePhotoFile } from './decode-photo-node';
import type { FileOutcome } from './file-outcome';

export interface ClassifyWorkerData {
  modelDir: string;
}

const { modelDir }: ClassifyWorkerData = workerData;
let loading: Promise<Classifier> | undefined;

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await classifyFile(file));
});

async function classifyFile(file: string): Promise<FileOutcome> {
  let stage: ErrorCode = 'photo-damaged';
  try {
    const started = performance.now();
    const { data, width, height } = await decodePhotoFile(file);
    const decodeMs = performance.now() - started;
    stage = 'model-corrupt';
    const classifier = await loadOnce();
    stage = 'inference-failed';
    const resizing = performance.now();
    const rgb = squashToRgb(data, width, height, classifier.manifest.input.size);
    const classification = await classifier.classify(rgb);
    const fileMs = decodeMs + performance.now() - resizing;
    return { kind: 'classified', classification, fileMs };
  } catch (error) {
    return { kind: 'failed', failure: toCodedFailure(error, stage) };
  }
}

/** At the first photo that can be decoded; a list of broken files needs no network. */
function loadOnce(): Promise<Classifier> {
  loading ??= import('./load-model').then(({ loadModel }) => loadModel(modelDir));
  return loading;
}
