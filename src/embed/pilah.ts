/** The package's entry `pilah`: loads the model in a worker, classifies what a page has. What pages draw is not its business. */
import { createClassifierClient } from '../client/classifier-client';
import { CodedError } from '../domain/coded-error';
import type { EngineStatus } from '../domain/engine-status';
import type { ModelInfo } from '../domain/model-info';
import type { ClassifyOptions, LoadOptions, Pilah, PilahInfo, Source } from './api';
import { answerAll } from './classify-all';
import { ownModel, startThread, startWorker } from './files';
import { infoOf } from './info';
import { PilahError, toPilahError } from './pilah-error';
import { readSource } from './read-source';
import { type Result, toResult } from './result';

export type { Verdict } from '../domain/classification';
export type {
  BackendName,
  BackendPreference,
  BackendReason,
  BackendReport,
} from '../domain/engine-status';
export type { WasteClassId } from '../domain/waste-class';
export type * from './api';
export type { Answer } from './classify-all';
export type { PilahErrorCode } from './pilah-error';
export type { PictureSource } from './read-source';
export type { ClassProbability, EvidenceMaps, Result, ResultOptions } from './result';
export { PilahError };

/**
 * Downloads the model, or takes it from where an earlier visit kept it, and resolves when it can classify.
 *
 * @throws {@link PilahError} `worker-unreachable`, `worker-crashed`, `no-backend` or one about the model's files; or the
 * reason of `options.signal`
 */
export async function load(options: LoadOptions = {}): Promise<Pilah> {
  const { signal, assetsUrl, modelUrl, backend = 'wasm', onProgress } = options;
  signal?.throwIfAborted();
  let model: ModelInfo | undefined;
  let info: PilahInfo;
  let end: PilahError | undefined;
  let hasWorkerSpoken = false;
  let onReady = (_: PilahInfo) => {};
  let onFailed = (_: PilahError) => {};

  const client = createClassifierClient({
    createWorker() {
      const worker = started(assetsUrl);
      worker.addEventListener('message', () => {
        hasWorkerSpoken = true;
      });
      return worker;
    },
    createThread: (thread) => startThread(thread, assetsUrl),
    model: modelUrl
      ? { manifestUrl: new URL(modelUrl, document.baseURI).href }
      : ownModel(assetsUrl),
    backend: () => ({ preference: backend }),
    offer: () => null,
    onModelInfo(told) {
      model = told;
    },
    onStatus: receive,
  });

  function receive(status: EngineStatus): void {
    const totalBytes = model?.downloadBytes ?? 0;
    switch (status.kind) {
      case 'starting':
      case 'offered':
      case 'warming-up':
        return;
      case 'downloading':
        onProgress?.({ loadedBytes: status.downloadedBytes, totalBytes });
        return;
      case 'unpacking':
        onProgress?.({ loadedBytes: totalBytes, totalBytes });
        return;
      case 'ready':
        if (!model) return;
        info = infoOf(model, status);
        onReady(info);
        return;
      case 'failed': {
        const { code, detail } = status.failure;
        onFailed(
          hasWorkerSpoken ? toPilahError(new CodedError(code, detail)) : unreachable(detail),
        );
        return;
      }
      default:
        status satisfies never;
    }
  }

  function dispose(): void {
    end ??= new PilahError('disposed', 'dispose() was called');
    client.dispose(end);
  }

  async function classify(source: Source, wish: ClassifyOptions = {}): Promise<Result> {
    if (end) throw end;
    wish.signal?.throwIfAborted();
    try {
      const photo = source instanceof Blob ? source : await readSource(source);
      if (end) throw end;
      return toResult(await client.classify(photo, wish.signal), wish);
    } catch (error) {
      wish.signal?.throwIfAborted();
      throw toPilahError(error);
    }
  }

  try {
    info = await new Promise<PilahInfo>((resolve, reject) => {
      onReady = resolve;
      onFailed = reject;
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      client.load();
    });
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    get info() {
      return info;
    },
    classify,
    classifyAll: (sources, { signal: stop, ...wish } = {}) =>
      answerAll(sources, (source, each) => classify(source, { ...wish, signal: each }), stop),
    dispose,
  };
}

function started(assetsUrl: LoadOptions['assetsUrl']): Worker {
  try {
    return startWorker(assetsUrl);
  } catch (error) {
    // Of another origin: some browsers throw, others tell by an event.
    throw unreachable(String(error));
  }
}

function unreachable(detail: string): PilahError {
  const advice = 'pilah.worker.js must lie beside the module, on the origin of the page';
  return new PilahError('worker-unreachable', `${advice} (${detail})`);
}
