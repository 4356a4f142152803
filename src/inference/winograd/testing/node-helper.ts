/** Starts further threads for the engine in Node; what they do there is src/inference/winograd/helper.ts. */
import { Worker } from 'node:worker_threads';
import type { Helper } from '../engine';
import type { HelperStart } from '../helper';

/** It keeps no process alive. */
export function startEngineHelper(start: HelperStart): Helper {
  const boot = new URL('./node-helper-boot.mjs', import.meta.url);
  const worker = new Worker(boot, { workerData: start });
  worker.unref();
  return { stop: () => void worker.terminate() };
}
