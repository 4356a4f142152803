/** What the page and an engine's worker say to each other. Types only. */

export interface LoadOptions {
  /** The manifest beside its shards. */
  manifestUrl: string;
  /** The network in the format of the engine's own library; for those that need one. */
  modelUrl?: string;
  /** The folder of the library's own WebAssembly files; for those that are not bundled. */
  libraryUrl?: string;
  threads: number;
  /** Relaxed SIMD or not; the other libraries decide by themselves. */
  isRelaxed?: boolean;
}

export type RequestToEngine =
  | { kind: 'load'; options: LoadOptions }
  /** `pixels`: normalised RGB, 224 × 224 × 3, HWC. */
  | { kind: 'run'; pixels: Float32Array };

export type MessageFromEngine =
  | { kind: 'loaded' }
  | {
      kind: 'ran';
      logits: Float32Array;
      /** Of the run alone, as the worker's clock sees it. */
      elapsedMs: number;
      /** All WebAssembly memories of this worker. */
      memoryBytes: number;
      /** Everything that this worker fetched, as it came over the network. */
      downloadBytes: number;
    }
  | { kind: 'failed'; detail: string };
