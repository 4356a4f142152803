/** The page's hand on one engine in its worker: load, run, end. */
import type { MessageFromEngine, RequestToEngine } from '../engines/protocol';
import type { EngineSpec, Site } from './engine-catalogue';

export type EngineRun = Extract<MessageFromEngine, { kind: 'ran' }>;

export interface LoadedEngine {
  readonly spec: EngineSpec;
  /** Rejects with what the engine says went wrong. */
  run(pixels: Float32Array): Promise<EngineRun>;
  end(): void;
}

/** Rejects when the engine cannot work here; its worker has then been ended. */
export async function loadEngine(spec: EngineSpec, site: Site): Promise<LoadedEngine> {
  const worker = spec.createWorker();
  try {
    await ask(worker, { kind: 'load', options: spec.options(site) });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    spec,
    async run(pixels) {
      const message = await ask(worker, { kind: 'run', pixels });
      if (message.kind !== 'ran') throw new Error(`${message.kind} instead of a run`);
      return message;
    },
    end: () => worker.terminate(),
  };
}

/** One request is under way at a time. */
function ask(worker: Worker, request: RequestToEngine): Promise<MessageFromEngine> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<MessageFromEngine>) => {
      if (data.kind === 'failed') reject(new Error(data.detail));
      else resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message || 'the worker does not start'));
    worker.postMessage(request);
  });
}
