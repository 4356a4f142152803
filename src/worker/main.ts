/** The thread that owns the network: receives requests, runs them one at a time, reports what it is doing. */
import type { Classification } from '../domain/classification';
import { toCodedFailure } from '../domain/coded-error';
import type { BackendWish, EngineStatus, ModelKept } from '../domain/engine-status';
import { modelInfoOf } from '../domain/model-info';
import { allowOwnScripts } from '../domain/own-scripts';
import { isOnGraphics } from '../inference/backend-choice';
import { parseRequest } from './check-request';
import { DownloadGate } from './download-gate';
import { type Engine, restartEngine, startEngine } from './engine';
import { JobQueue } from './job-queue';
import { holdVersion, removeOlderVersions } from './kept-models';
import { forgetManifest, type ModelCache, openModel, removeModel } from './model-cache';
import type { MessageFromWorker, ModelAddress, PhotoToClassify, RequestToWorker } from './protocol';
import { type Reader, startReader } from './read-aside';
import { Teaching } from './teaching';

declare const self: DedicatedWorkerGlobalScope;

allowOwnScripts(self);

type LoadRequest = Extract<RequestToWorker, { kind: 'load' }>;

/** Rejected when the model could not be loaded: photos then fail with the same code until a new load. */
let engine: Promise<Engine> | undefined;
let hasFailed = false;
let hasLostGraphics = false;
let address: ModelAddress = { manifestUrl: '' };
let threads: number | undefined;
let model: ModelCache | undefined;
const gate = new DownloadGate();
const teaching = new Teaching();

let reader: Reader | undefined;

const queue = new JobQueue<PhotoToClassify, Uint8Array>(
  {
    prepare: async (photo) => (photo instanceof Blob ? readPhoto(photo) : photo),
    classify,
  },
  post,
);

async function classify(rgb: Uint8Array): Promise<Classification> {
  if (!engine) throw new Error('classify before load');
  const started = await engine;
  try {
    started.classifier.teach(await teaching.now());
    return await started.classifier.classify(rgb);
  } catch (error) {
    if (!isOnGraphics(started.backend.name)) throw error;
    await recover(started);
    return classify(rgb);
  }
}

/** Its thread starts with the first photo, or when the network is there: until then the download comes first. */
function readPhoto(photo: Blob): Promise<Uint8Array> {
  reader ??= startReader();
  return reader.read(photo);
}

function post(message: MessageFromWorker): void {
  self.postMessage(message);
}

function load({ model: asked, backend, offer }: LoadRequest): void {
  if (offer === null) gate.open();
  else if (!engine || hasFailed) gate.shut(offer);
  if (engine && !hasFailed) {
    void engine.then(keepModel, () => {});
    return;
  }
  address = asked;
  threads = backend.threads;
  watch(bringUp(backend));
}

async function bringUp(backend: BackendWish): Promise<Engine> {
  postStatus({ kind: 'starting' });
  await holdVersion();
  const opened = await open();
  try {
    return await startEngine(opened, backend, postStatus);
  } catch (error) {
    const failure = toCodedFailure(error, 'no-backend');
    if (failure.code !== 'model-corrupt' && failure.code !== 'no-backend') throw error;
    // Shards are as their hashes say, so what is wrong may be the manifest that was kept.
    model = undefined;
    await forgetManifest(address.manifestUrl);
    if (!opened.isManifestFromStorage) throw error;
    const fresh = await open().catch(() => opened);
    if (fresh.manifestText === opened.manifestText) throw error;
    return startEngine(fresh, backend, postStatus);
  }
}

async function open(): Promise<ModelCache> {
  model ??= await openModel(address, gate);
  post({ kind: 'model-info', info: modelInfoOf(model.manifest) });
  return model;
}

/**
 * A graphics processor that fails on a photo has gone to sleep, was reset or is out of memory. That may be once; the
 * second time it is left for good.
 */
function recover({ classifier, backend }: Engine): Promise<Engine> {
  const again = hasLostGraphics ? undefined : backend;
  hasLostGraphics = true;
  classifier.dispose();
  return watch(open().then((opened) => restartEngine(opened, postStatus, threads, again)));
}

function watch(starting: Promise<Engine>): Promise<Engine> {
  engine = starting;
  hasFailed = false;
  starting.then(
    (started) => {
      reader ??= startReader();
      void settle(started);
    },
    (error) => {
      hasFailed = true;
      postStatus({ kind: 'failed', failure: toCodedFailure(error, 'no-backend') });
    },
  );
  return starting;
}

/** The model is complete and computes right: those before it have served. */
async function settle(started: Engine): Promise<void> {
  const isKept = await model?.isKept();
  postReady(started, { kind: isKept ? 'stored' : 'storing' });
  await removeOlderVersions();
  if (!isKept) await keepModel(started);
}

async function keepModel(started: Engine): Promise<void> {
  if (!model) return;
  if (!(await model.isKept())) postReady(started, { kind: 'storing' });
  postReady(started, await model.keep());
}

/** At any time: what is on its way is stopped, what is loaded stays until the page is closed. */
async function remove(): Promise<void> {
  gate.shut('removed');
  await removeModel();
  if (engine && !hasFailed) await engine.then((started) => postReady(started, { kind: 'absent' }));
}

async function teach(request: Extract<RequestToWorker, { kind: 'teach' }>): Promise<void> {
  const { id } = request;
  try {
    post({ kind: 'taught', id, report: await teaching.learn(request) });
  } catch (error) {
    post({ kind: 'not-taught', id, failure: toCodedFailure(error, 'part-unreachable') });
  }
}

function postReady({ backend, photoMs }: Engine, kept: ModelKept): void {
  postStatus({ kind: 'ready', backend, photoMs, kept });
}

function postStatus(status: EngineStatus): void {
  post({ kind: 'status', status });
}

/** The page waits for this lock, which it gets when this thread ends, with an event or without one. */
function tellLife(): void {
  // Web Locks and random ids need a secure context: elsewhere only the event tells.
  if (!navigator.locks) return;
  const lock = `pilah-worker-${crypto.randomUUID()}`;
  const held = navigator.locks.request(lock, () => {
    post({ kind: 'alive', lock });
    return new Promise(() => {});
  });
  held.catch(() => {}); // an opaque origin may hold none
}

tellLife();

self.onmessage = ({ data }: MessageEvent<unknown>) => {
  const request = parseRequest(data);
  switch (request.kind) {
    case 'load':
      return load(request);
    case 'classify':
      return queue.add(request.id, request.photo);
    case 'cancel':
      return queue.cancel(request.id);
    case 'stop-download':
      return gate.shut('stopped');
    case 'remove-model':
      return void remove();
    case 'teach':
      return void teach(request);
    case 'thread-ended':
      // The engine itself does without a helper that does not come.
      if (request.thread === 'reader') reader?.readHere();
      return;
    default:
      return request satisfies never;
  }
};
