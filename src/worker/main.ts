/** The thread that owns the network: receives requests, runs them one at a time, reports what it is doing. */
import { toCodedFailure } from '../domain/coded-error';
import { decodePhoto } from '../imaging/decode-photo';
import { squashToRgb } from '../imaging/resize';
import type { RgbaImage } from '../imaging/rgba-image';
import type { Classifier } from '../inference/classifier';
import { startEngine } from './engine';
import { JobQueue } from './job-queue';
import type { MessageFromWorker, RequestToWorker } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

type LoadRequest = Extract<RequestToWorker, { kind: 'load' }>;

/** Rejected when the model could not be loaded: photos then fail with the same code until a new load. */
let engine: Promise<Classifier> | undefined;
let hasFailed = false;

const queue = new JobQueue<RgbaImage>(
  {
    prepare: decodePhoto,
    classify: async ({ data, width, height }) => {
      if (!engine) throw new Error('classify before load');
      const classifier = await engine;
      return classifier.classify(squashToRgb(data, width, height, classifier.manifest.input.size));
    },
  },
  post,
);

function post(message: MessageFromWorker): void {
  self.postMessage(message);
}

function load({ manifestUrl, backend }: LoadRequest): void {
  if (engine && !hasFailed) return;
  hasFailed = false;
  engine = startEngine(manifestUrl, backend, {
    onStatus: (status) => post({ kind: 'status', status }),
    onModelInfo: (info) => post({ kind: 'model-info', info }),
  });
  engine.catch((error) => {
    hasFailed = true;
    const failure = toCodedFailure(error, 'no-backend');
    post({ kind: 'status', status: { kind: 'failed', failure } });
  });
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
