/** An engine's worker as the page knows it: loads once, runs when told, measures each run. Imported first of all. */
import type { LoadOptions, MessageFromEngine, RequestToEngine } from './protocol';
import { wasmMemoryBytes } from './watch-memory';

declare const self: DedicatedWorkerGlobalScope;

/** From normalised pixels to the nine logits. */
export type RunNetwork = (pixels: Float32Array) => Promise<Float32Array>;

/** @param load fetches code and weights; what it does is not timed */
export function serveEngine(load: (options: LoadOptions) => Promise<RunNetwork>): void {
  let network: RunNetwork | undefined;

  async function answer(request: RequestToEngine): Promise<MessageFromEngine> {
    if (request.kind === 'load') {
      network = await load(request.options);
      return { kind: 'loaded' };
    }
    if (!network) throw new Error('run before load');
    const started = performance.now();
    const logits = await network(request.pixels);
    const elapsedMs = performance.now() - started;
    const memoryBytes = wasmMemoryBytes();
    return { kind: 'ran', logits, elapsedMs, memoryBytes, downloadBytes: downloadBytes() };
  }

  self.onmessage = async ({ data }: MessageEvent<RequestToEngine>) => {
    try {
      post(await answer(data));
    } catch (error) {
      post({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
}

function post(message: MessageFromEngine): void {
  self.postMessage(message);
}

/** Resource Timing counts what a worker fetches and imports; not the worker's own script, which the page sees. */
function downloadBytes(): number {
  return performance
    .getEntriesByType('resource')
    .reduce((total, entry) => total + encodedBytes(entry), 0);
}

function encodedBytes(entry: PerformanceEntry): number {
  return entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0;
}
