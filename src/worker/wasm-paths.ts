/** The addresses of TensorFlow.js' WebAssembly files, built into our own origin. */
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';

export const wasmPaths = {
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  // It insists on three; without threads (tfjs.ts) it never asks for this one.
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
};
