/** Starts further threads for the engine in Node; what they do there is src/inference/winograd/helper.ts. */
import { Worker } from 'node:worker_threads';
import type { Helper } from '../engine';
import type { HelperStart } from '../helper';

/** Rejects when the thread does not start. It keeps no process alive. */
export function startEngineHelper(start: HelperStart): Promise<Helper> {
  const boot = new URL('./node-helper-boot.mjs', import.meta.url);
  const worker = new Worker(boot, { workerData: start });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.unref();
      resolve({ stop: () => void worker.terminate() });
    });
  });
}
