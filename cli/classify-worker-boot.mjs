/**
 * Starts classify-worker.ts in a worker thread; holds nothing else. JavaScript, because tsx's
 * loader does not reach into worker threads by itself. https://github.com/privatenumber/tsx/issues/354
 */
import { register } from 'tsx/esm/api';

register();
await import('./classify-worker');
