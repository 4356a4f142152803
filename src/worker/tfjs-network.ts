/** A network on TensorFlow.js: one module, so that a build can make it one file. Imported only where it is needed: it is large. */
import { loadVgg16 } from '../inference/vgg16';
import type { StartedBackend } from './open-network';
import { startTfjs, type TfjsBackend, type WasmPaths } from './tfjs';

/** Undefined where the backend does not start. */
export async function startTfjsNetwork(
  name: TfjsBackend,
  photoSize: number,
  wasmPaths: WasmPaths,
): Promise<StartedBackend | undefined> {
  const tfjs = await startTfjs(name, wasmPaths);
  if (!tfjs) return undefined;
  return {
    threads: 1,
    load: async (layers) => {
      const network = await loadVgg16(layers, photoSize);
      return {
        ...network,
        async run(photos) {
          // Another backend may have been tried in between.
          await tfjs.activate();
          return tfjs.orLost(network.run(photos));
        },
      };
    },
  };
}
