/** What the page may know about the thread that owns the network. */
import type { CodedFailure } from './coded-error';

export type BackendName = 'webgl' | 'wasm';

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
  /** The address asks for it (`?backend=`). */
  | 'requested';

export interface BackendReport {
  name: BackendName;
  reason: BackendReason;
  /** The graphics driver's own name, empty when it tells none. */
  renderer: string;
}

export type EngineStatus =
  | { kind: 'starting' }
  | { kind: 'downloading'; downloadedBytes: number; totalBytes: number }
  | { kind: 'unpacking' }
  | { kind: 'warming-up' }
  /** `photoMs`: one warm run of the network on this device. */
  | { kind: 'ready'; backend: BackendReport; photoMs: number }
  | { kind: 'failed'; failure: CodedFailure };
