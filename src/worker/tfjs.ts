/** TensorFlow.js, for WebGL and for WebAssembly without SIMD. Imported only where it is needed: it is large. */
import { setBackend } from '@tensorflow/tfjs-core';

/** Makes it compute there from now on; false when it cannot. */
export async function activateTfjs(name: 'webgl' | 'tfjs-wasm'): Promise<boolean> {
  if (name === 'webgl') {
    await import('@tensorflow/tfjs-backend-webgl');
    return setBackend('webgl');
  }
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const { wasmPaths } = await import('./wasm-paths');
  setWasmPaths(wasmPaths);
  return setBackend('wasm');
}
