/** What the page may know about the thread that owns the network. */
import type { CodedFailure } from './coded-error';

export type BackendName =
  /** TensorFlow.js on the graphics processor. */
  | 'webgl'
  /** Our own engine: WebAssembly with SIMD. */
  | 'wasm'
  /** TensorFlow.js in WebAssembly: several times slower, but it runs without SIMD. */
  | 'tfjs-wasm';

/** Why a backend was taken; the sentence for each lives in src/content. */
export type BackendReason =
  /** A real graphics processor answered. */
  | 'gpu'
  /** There is no WebGL in this browser or worker. */
  | 'no-webgl'
  /** WebGL is there but drawn in software, which is far slower than WebAssembly. */
  | 'software-renderer'
  /** WebGL gave wrong numbers for the golden input. */
  | 'wrong-numbers'
  /** This browser's WebAssembly has no SIMD. */
  | 'no-simd'
  /** Our own engine does not start or gives wrong numbers here. */
  | 'engine-failed'
  /** The address asks for it (`?backend=`). */
  | 'requested';

export interface BackendReport {
  name: BackendName;
  reason: BackendReason;
  /** The graphics driver's own name, empty when it tells none. */
  renderer: string;
  /** Threads that compute a photo together; 1 on a graphics processor. */
  threads: number;
}

export type EngineStatus =
  | { kind: 'starting' }
  | { kind: 'downloading'; downloadedBytes: number; totalBytes: number }
  | { kind: 'unpacking' }
  | { kind: 'warming-up' }
  /** `photoMs`: one warm run of the network on this device. */
  | { kind: 'ready'; backend: BackendReport; photoMs: number }
  | { kind: 'failed'; failure: CodedFailure };
