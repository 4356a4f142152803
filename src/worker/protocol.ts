/** The messages between the page and the thread that owns the network. Types only: both sides import it. */
import type { Classification } from '../domain/classification';
import type { CodedFailure } from '../domain/coded-error';
import type { BackendWish, EngineStatus } from '../domain/engine-status';
import type { ModelInfo } from '../domain/model-info';

/** A file, or, from a page whose workers have no canvas, what the network sees of it: RGB of its size. */
export type PhotoToClassify = Blob | Uint8Array;

export type RequestToWorker =
  /** Load the model, or load it again after a failure. Ignored while loading or ready. */
  | { kind: 'load'; manifestUrl: string; backend: BackendWish }
  /** Answered by exactly one `result`, `failed` or `cancelled` of the same id, also while loading. */
  | { kind: 'classify'; id: number; photo: PhotoToClassify }
  /** Drops the job if it is still waiting; a running one ends as `cancelled`. The network stays loaded. */
  | { kind: 'cancel'; id: number };

export type MessageFromWorker =
  | { kind: 'status'; status: EngineStatus }
  | { kind: 'model-info'; info: ModelInfo }
  | { kind: 'result'; id: number; classification: Classification }
  | { kind: 'failed'; id: number; failure: CodedFailure }
  | { kind: 'cancelled'; id: number };
