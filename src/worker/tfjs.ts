/** TensorFlow.js, for graphics processors and for WebAssembly without SIMD. Imported only where it is needed: it is large. */
import { backend, env, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../domain/engine-status';

export type TfjsBackend = Exclude<BackendName, 'wasm'>;

export interface ActiveTfjs {
  /** Tensors made from now on are computed there. */
  activate(): Promise<unknown>;
  /** Rejects when the graphics processor is lost; otherwise never settles. */
  lost: Promise<never>;
}

/** Undefined when it does not start. */
export async function startTfjs(name: TfjsBackend): Promise<ActiveTfjs | undefined> {
  switch (name) {
    case 'webgl': {
      const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
      if (!(await setBackend(name))) return undefined;
      const webgl = backend();
      if (!(webgl instanceof MathBackendWebGL)) return undefined;
      return {
        activate: () => setBackend(name),
        lost: contextLoss(webgl.gpgpu.gl as { canvas?: EventTarget }),
      };
    }
    case 'webgpu': {
      const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
      if (!(await setBackend(name))) return undefined;
      const webgpu = backend();
      if (!(webgpu instanceof WebGPUBackend)) return undefined;
      return { activate: () => setBackend(name), lost: rejected(webgpu.device.lost) };
    }
    case 'tfjs-wasm': {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      const { wasmPaths } = await import('./wasm-paths');
      setWasmPaths(wasmPaths);
      // Its threads are made from its own source text, which no minified build survives.
      // https://github.com/tensorflow/tfjs/issues/4107
      env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      if (!(await setBackend('wasm'))) return undefined;
      return { activate: () => setBackend('wasm'), lost: new Promise(() => {}) };
    }
    default:
      return name satisfies never;
  }
}

/** Reading from a lost context gives zeros instead of an error, hence the event. */
function contextLoss({ canvas }: { canvas?: EventTarget }): Promise<never> {
  return rejected(
    new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve, { once: true })),
  );
}

function rejected(event: Promise<unknown>): Promise<never> {
  const lost = event.then(() => {
    throw new Error('the graphics processor was lost');
  });
  lost.catch(() => {}); // heard where a photo waits for it
  return lost;
}
