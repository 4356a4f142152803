/** A thread that owns one network and classifies the photos that it is sent, as paths or bytes, a batch at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Classification } from '../src/domain/classification';
import { type ErrorCode, toCodedFailure } from '../src/domain/coded-error';
import { squashToRgb } from '../src/imaging/resize';
import type { Classifier } from '../src/inference/classifier';
import type { Taught } from '../src/inference/taught';
import { decodePhotoBytes, decodePhotoFile } from './decode-photo-node';
import type { FileOutcome } from './file-outcome';

export interface ClassifyWorkerData {
  modelDir: string;
  /** What lessons change in it. */
  taught: Taught | null;
}

/** A photo that is ready for the network, or what became of its file before. */
type Prepared = { kind: 'ready'; rgb: Uint8Array; decodeMs: number } | FileOutcome;

const { modelDir, taught }: ClassifyWorkerData = workerData;
let loading: Promise<Classifier> | undefined;

parentPort?.on('message', async (photos: readonly (string | Uint8Array)[]) => {
  parentPort?.postMessage(await classifyAll(photos));
});

/** An outcome for each photo, in their order. */
async function classifyAll(photos: readonly (string | Uint8Array)[]): Promise<FileOutcome[]> {
  const prepared: Prepared[] = [];
  // One after another: a decoded photo is large, what the network sees of it is small.
  for (const photo of photos) prepared.push(await prepare(photo));
  const ready = prepared.flatMap((photo) => (photo.kind === 'ready' ? [photo] : []));
  const classifications = await classifyPhotos(ready.map(({ rgb }) => rgb));
  return prepared.map((photo) => {
    if (photo.kind !== 'ready') return photo;
    const outcome = classifications[ready.indexOf(photo)];
    if (!outcome) throw new Error('an outcome for each photo');
    if ('code' in outcome) return { kind: 'failed', failure: outcome };
    const fileMs = photo.decodeMs + outcome.elapsedMs;
    return { kind: 'classified', classification: outcome, fileMs };
  });
}

async function prepare(photo: string | Uint8Array): Promise<Prepared> {
  let stage: ErrorCode = 'photo-damaged';
  try {
    const started = performance.now();
    const { data, width, height } = await (typeof photo === 'string'
      ? decodePhotoFile(photo)
      : decodePhotoBytes(photo));
    let decodeMs = performance.now() - started;
    stage = 'model-corrupt';
    const { manifest } = await loadOnce();
    stage = 'inference-failed';
    const resizing = performance.now();
    const rgb = squashToRgb(data, width, height, manifest.input.size);
    decodeMs += performance.now() - resizing;
    return { kind: 'ready', rgb, decodeMs };
  } catch (error) {
    return { kind: 'failed', failure: toCodedFailure(error, stage) };
  }
}

/** Together, or, when that fails, one by one: a photo that fails fails alone. */
async function classifyPhotos(photos: readonly Uint8Array[]) {
  if (photos.length === 0) return [];
  const classifier = await loadOnce();
  try {
    return await classifier.classifyTogether(photos);
  } catch (error) {
    if (photos.length === 1) return [toCodedFailure(error, 'inference-failed')];
    const outcomes: (Classification | ReturnType<typeof toCodedFailure>)[] = [];
    for (const photo of photos) outcomes.push(...(await classifyPhotos([photo])));
    return outcomes;
  }
}

/** At the first photo that can be decoded; a list of broken files needs no network. */
function loadOnce(): Promise<Classifier> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Classifier> {
  const { loadModel } = await import('./load-model');
  const classifier = await loadModel(modelDir);
  classifier.teach(taught);
  return classifier;
}
