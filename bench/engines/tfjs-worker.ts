/** TensorFlow.js on WebAssembly in a worker of the bench: the reference. */
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { loadVgg16 } from '../../src/inference/vgg16';
import type { LoadOptions } from './protocol';
import { type RunNetwork, serveEngine } from './serve-engine';
import { fetchLayers } from './shipped-model';

const PHOTO_SIZE = 224;

serveEngine(load);

async function load({ manifestUrl, threads }: LoadOptions): Promise<RunNetwork> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  });
  if (threads > 1) {
    // It never takes more threads than half of the cores, whatever it is asked for: so tell it of more.
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * threads });
    setThreadsCount(threads);
  } else {
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false); // the binary without threads is the faster one
  }
  if (!(await setBackend('wasm'))) throw new Error('tfjs refuses WebAssembly');
  if (threads > 1 && getThreadsCount() !== threads) {
    throw new Error(`tfjs takes ${getThreadsCount()} of ${threads} threads`);
  }
  const network = await loadVgg16(fetchLayers(manifestUrl), PHOTO_SIZE);
  return async (pixels) => {
    const [output] = await network.run([pixels]);
    if (!output) throw new Error('no logits');
    return output.logits;
  };
}
