/** The thread that owns the network: receives requests, runs them one at a time, reports what it is doing. */
import { toCodedFailure } from '../domain/coded-error';
import type { EngineStatus } from '../domain/engine-status';
import { decodePhoto } from '../imaging/decode-photo';
import { squashToRgb } from '../imaging/resize';
import type { RgbaImage } from '../imaging/rgba-image';
import { isOnGraphics } from '../inference/backend-choice';
import type { Classifier } from '../inference/classifier';
import { restartOnProcessor, startEngine } from './engine';
import { JobQueue } from './job-queue';
import type { MessageFromWorker, RequestToWorker } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

type LoadRequest = Extract<RequestToWorker, { kind: 'load' }>;

/** Rejected when the model could not be loaded: photos then fail with the same code until a new load. */
let engine: Promise<Classifier> | undefined;
let hasFailed = false;
let manifestUrl = '';

const queue = new JobQueue<RgbaImage>(
  {
    prepare: decodePhoto,
    classify: async ({ data, width, height }) => {
      if (!engine) throw new Error('classify before load');
      const classifier = await engine;
      const rgb = squashToRgb(data, width, height, classifier.manifest.input.size);
      try {
        return await classifier.classify(rgb);
      } catch (error) {
        if (!isOnGraphics(classifier.backend.name)) throw error;
        return (await leaveGraphics(classifier)).classify(rgb);
      }
    },
  },
  post,
);

function post(message: MessageFromWorker): void {
  self.postMessage(message);
}

function load(request: LoadRequest): void {
  if (engine && !hasFailed) return;
  manifestUrl = request.manifestUrl;
  watch(
    startEngine(manifestUrl, request.backend, {
      onStatus: postStatus,
      onModelInfo: (info) => post({ kind: 'model-info', info }),
    }),
  );
}

/** A graphics processor that fails on a photo has gone to sleep, was reset or is out of memory. */
function leaveGraphics(lost: Classifier): Promise<Classifier> {
  lost.dispose();
  return watch(restartOnProcessor(manifestUrl, postStatus));
}

function watch(starting: Promise<Classifier>): Promise<Classifier> {
  engine = starting;
  hasFailed = false;
  starting.catch((error) => {
    hasFailed = true;
    postStatus({ kind: 'failed', failure: toCodedFailure(error, 'no-backend') });
  });
  return starting;
}

function postStatus(status: EngineStatus): void {
  post({ kind: 'status', status });
}

self.onmessage = ({ data: request }: MessageEvent<RequestToWorker>) => {
  switch (request.kind) {
    case 'load':
      return load(request);
    case 'classify':
      return queue.add(request.id, request.photo);
    case 'cancel':
      return queue.cancel(request.id);
    default:
      return request satisfies never;
  }
};
