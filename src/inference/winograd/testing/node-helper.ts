/** Starts further threads for the engine in Node; what they do there is src/inference/winograd/helper.ts. */
import { Worker } from 'node:worker_threads';
import type { HelperStart } from '../helper';

/** It keeps no process alive. */
export function startEngineHelper(start: HelperStart): void {
  const boot = new URL('./node-helper-boot.mjs', import.meta.url);
  new Worker(boot, { workerData: start }).unref();
}
