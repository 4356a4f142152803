/** Starts a backend and puts the weights on it. The code of backends that are not taken is not downloaded. */
import { type BackendName, MAX_THREADS } from '../domain/engine-status';
import type { Network } from '../inference/network';
import type { LayerCodes } from '../inference/weight-codec';
import type { HelperStart } from '../inference/winograd/helper';
import { loadWinograd, startEngine } from '../inference/winograd-network';
import { startSideThread } from './side-thread';
import { wasmPaths } from './wasm-paths';

export interface StartedBackend {
  /** That compute together; 1 on a GPU. */
  threads: number;
  /** Throws a CodedError `model-corrupt`. */
  load(layers: AsyncIterable<LayerCodes>): Promise<Network>;
}

/**
 * Rejects or resolves to undefined where the backend does not start.
 *
 * @param mostThreads on the processor
 */
export async function startBackend(
  name: BackendName,
  photoSize: number,
  mostThreads = MAX_THREADS,
): Promise<StartedBackend | undefined> {
  switch (name) {
    case 'wasm': {
      const threads = Math.min(navigator.hardwareConcurrency, mostThreads);
      // Where further threads are refused, one still works.
      const engine = await startEngine(threads, startHelper).catch(() => startEngine());
      return {
        get threads() {
          return engine.threads;
        },
        load: (layers) => loadWinograd(engine, layers),
      };
    }
    case 'webgl':
    case 'webgpu':
    case 'tfjs-wasm': {
      const { startTfjsNetwork } = await import('./tfjs-network');
      return startTfjsNetwork(name, photoSize, wasmPaths);
    }
    default:
      return name satisfies never;
  }
}

function startHelper(start: HelperStart): void {
  startSideThread('helper').postMessage(start);
}
