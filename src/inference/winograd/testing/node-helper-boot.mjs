/** Runs the engine's share of one thread; JavaScript for the same reason as cli/classify-worker-boot.mjs. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { runHelper } = await import('../helper');
runHelper(workerData);
