/** What the page may know about the thread that owns the network. */
import type { CodedFailure } from './coded-error';

export const BACKEND_NAMES = [
  /** TensorFlow.js on the graphics processor, by its compute shaders. */
  'webgpu',
  /** TensorFlow.js on the graphics processor, by way of drawing. */
  'webgl',
  /** Our own engine: WebAssembly with SIMD. */
  'wasm',
  /** TensorFlow.js in WebAssembly: several times slower, but it runs without SIMD. */
  'tfjs-wasm',
] as const;

export type BackendName = (typeof BACKEND_NAMES)[number];

/** Why a backend was taken; the sentence for each lives in src/content. */
export const BACKEND_REASONS = [
  /** Of those that computed right, it was the fastest on two photos. */
  'fastest',
  /** This browser or worker has neither WebGL nor WebGPU. */
  'no-gpu',
  /** Graphics are there but drawn in software, which is far slower than WebAssembly. */
  'software-renderer',
  /** The graphics processor gave wrong numbers for the golden input. */
  'wrong-numbers',
  /** The graphics processor did not start, or not answer in time. */
  'no-answer',
  /** The graphics processor was lost while it was in use: asleep, reset, taken by others. */
  'gpu-lost',
  /** This browser's WebAssembly has no SIMD. */
  'no-simd',
  /** Our own engine does not start or gives wrong numbers here. */
  'engine-failed',
  /** A person asks for it: in the address (`?backend=`) or on the model page. */
  'requested',
] as const;

export type BackendReason = (typeof BACKEND_REASONS)[number];

export interface BackendCandidate {
  name: BackendName;
  reason: BackendReason;
}

/** `auto` takes the fastest that computes right. */
export const BACKEND_PREFERENCES = ['auto', 'wasm', 'webgl', 'webgpu'] as const;

export type BackendPreference = (typeof BACKEND_PREFERENCES)[number];

/** That compute a photo together, at most: more wait for each other more than they gain. */
export const MAX_THREADS = 4;

export interface BackendWish {
  preference: BackendPreference;
  /** 1 to `MAX_THREADS`, where a person wants fewer than there are. */
  threads?: number | undefined;
  /** What an earlier visit measured as the fastest, so that `auto` need not measure again. */
  remembered?: BackendCandidate | undefined;
}

export interface BackendReport extends BackendCandidate {
  /** The graphics driver's own name, empty when it tells none. */
  renderer: string;
  /** Threads that compute a photo together; 1 on a graphics processor. */
  threads: number;
}

/** Why the model is not downloaded unasked. */
export const OFFER_REASONS = [
  /** The connection costs money by the byte, or a person asked their browser to save data. */
  'metered',
  /** A person stopped the download. */
  'stopped',
  /** A person removed the model from this device. */
  'removed',
] as const;

export type OfferReason = (typeof OFFER_REASONS)[number];

/** Whether the next visit finds every file of the model on this device. Until it does, this page has it in memory. */
export type ModelKept =
  | { kind: 'stored' }
  /** Being put there. */
  | { kind: 'storing' }
  /** A person removed it; or the browser did, and may not download it unasked. */
  | { kind: 'absent' }
  /** Storage is denied or full, or what was missing there could not be fetched. */
  | { kind: 'failed'; failure: CodedFailure };

export type EngineStatus =
  | { kind: 'starting' }
  /** Waits until a person asks for the download. */
  | { kind: 'offered'; reason: OfferReason; downloadedBytes: number; totalBytes: number }
  | { kind: 'downloading'; downloadedBytes: number; totalBytes: number }
  | { kind: 'unpacking' }
  | { kind: 'warming-up' }
  /** `photoMs`: one warm run of the network on this device. */
  | { kind: 'ready'; backend: BackendReport; photoMs: number; kept: ModelKept }
  | { kind: 'failed'; failure: CodedFailure };
