/** TensorFlow.js, for WebGL and for WebAssembly without SIMD. Imported only where it is needed: it is large. */
import { env, setBackend } from '@tensorflow/tfjs-core';

/** Makes it compute there from now on; false when it cannot. */
export async function activateTfjs(name: 'webgl' | 'tfjs-wasm'): Promise<boolean> {
  if (name === 'webgl') {
    await import('@tensorflow/tfjs-backend-webgl');
    return setBackend('webgl');
  }
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const { wasmPaths } = await import('./wasm-paths');
  setWasmPaths(wasmPaths);
  // Its threads are made from its own source text, which no minified build survives.
  // https://github.com/tensorflow/tfjs/issues/4107
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  return setBackend('wasm');
}
