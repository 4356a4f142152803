/** The thread that owns the network: receives requests, runs them one at a time, reports what it is doing. */
import { toCodedFailure } from '../domain/coded-error';
import type { EngineStatus } from '../domain/engine-status';
import { allowOwnScripts } from '../domain/own-scripts';
import { isOnGraphics } from '../inference/backend-choice';
import type { Classifier } from '../inference/classifier';
import { restartOnProcessor, startEngine } from './engine';
import { JobQueue } from './job-queue';
import type { MessageFromWorker, PhotoToClassify, RequestToWorker } from './protocol';
import { type ReadPhoto, startReader } from './read-aside';

declare const self: DedicatedWorkerGlobalScope;

allowOwnScripts(self);

type LoadRequest = Extract<RequestToWorker, { kind: 'load' }>;

/** Rejected when the model could not be loaded: photos then fail with the same code until a new load. */
let engine: Promise<Classifier> | undefined;
let hasFailed = false;
let manifestUrl = '';

let reader: ReadPhoto | undefined;

const queue = new JobQueue<PhotoToClassify, Uint8Array>(
  {
    prepare: async (photo) => (photo instanceof Blob ? readPhoto(photo) : photo),
    classify: async (rgb) => {
      if (!engine) throw new Error('classify before load');
      const classifier = await engine;
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

/** Its thread starts with the first photo, or when the network is there: until then the download comes first. */
function readPhoto(photo: Blob): Promise<Uint8Array> {
  reader ??= startReader();
  return reader(photo);
}

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
  starting.then(
    () => {
      reader ??= startReader();
    },
    (error) => {
      hasFailed = true;
      postStatus({ kind: 'failed', failure: toCodedFailure(error, 'no-backend') });
    },
  );
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
