/** TensorFlow.js, for graphics processors and for WebAssembly without SIMD. Imported only where it is needed: it is large. */
import {
  backend,
  env,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import type { BackendName } from '../domain/engine-status';

export type TfjsBackend = Exclude<BackendName, 'wasm'>;

/** Addresses of TensorFlow.js' WebAssembly files, by the names that it asks for. */
export type WasmPaths = typeof import('./wasm-paths').wasmPaths;

export interface ActiveTfjs {
  /** Tensors made from now on are computed there. */
  activate(): Promise<unknown>;
  /** Passes on what comes of the work, but rejects when the graphics processor is lost meanwhile or was before. */
  orLost<Value>(work: Promise<Value>): Promise<Value>;
}

const lostBackends = new Set<string>();

/** Undefined when it does not start. */
export async function startTfjs(
  name: TfjsBackend,
  wasmPaths: WasmPaths,
): Promise<ActiveTfjs | undefined> {
  switch (name) {
    case 'webgl': {
      const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
      forgetLost(name);
      if (!(await setBackend(name))) return undefined;
      const webgl = backend();
      if (!(webgl instanceof MathBackendWebGL)) return undefined;
      return { activate: () => setBackend(name), orLost: guard(name, contextLoss(webgl.gpgpu.gl)) };
    }
    case 'webgpu': {
      const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
      forgetLost(name);
      if (!(await setBackend(name))) return undefined;
      const webgpu = backend();
      if (!(webgpu instanceof WebGPUBackend)) return undefined;
      return { activate: () => setBackend(name), orLost: guard(name, webgpu.device.lost) };
    }
    case 'tfjs-wasm': {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      setWasmPaths(wasmPaths);
      // Its threads are made from its own source text, which no minified build survives.
      // https://github.com/tensorflow/tfjs/issues/4107
      env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      if (!(await setBackend('wasm'))) return undefined;
      return { activate: () => setBackend('wasm'), orLost: (work) => work };
    }
    default:
      return name satisfies never;
  }
}

/** tfjs would hand out the lost one again. Its tensors are to be disposed of before. */
function forgetLost(name: TfjsBackend): void {
  const factory = findBackendFactory(name);
  if (!lostBackends.delete(name) || !factory) return;
  removeBackend(name);
  registerBackend(name, factory);
}

/** Reading from a lost context gives zeros instead of an error, hence the event. */
function contextLoss(gl: WebGLRenderingContext): Promise<unknown> {
  const { canvas } = gl as WebGLRenderingContext & { canvas: OffscreenCanvas };
  return new Promise((resolve) =>
    canvas.addEventListener('webglcontextlost', resolve, { once: true }),
  );
}

/** Not Promise.race: `lost` lives as long as the page and would keep something of every photo. */
function guard(name: TfjsBackend, lost: Promise<unknown>): ActiveTfjs['orLost'] {
  const error = new Error('the graphics processor was lost');
  let isLost = false;
  let giveUp = (_: Error) => {};
  void lost.then(() => {
    isLost = true;
    lostBackends.add(name);
    giveUp(error);
  });
  return (work) =>
    new Promise((resolve, reject) => {
      giveUp = reject;
      if (isLost) reject(error);
      work.then(resolve, reject);
    });
}
