/** The messages between the page and the thread that owns the network. Types only: both sides import it. */
import type { Classification } from '../domain/classification';
import type { CodedFailure } from '../domain/coded-error';
import type { BackendWish, EngineStatus, OfferReason } from '../domain/engine-status';
import type { Lesson, TeachReport } from '../domain/lesson';
import type { ModelInfo } from '../domain/model-info';

/** A file, or, from a page whose workers have no canvas, what the network sees of it: RGB of its size. */
export type PhotoToClassify = Blob | Uint8Array;

/** What a thread beside the worker does: reads photos, or computes with the worker. */
export type SideThread = 'reader' | 'helper';

/** Absolute addresses of a model version's files. */
export interface ModelAddress {
  manifestUrl: string;
  /** By the shard's name, where they do not lie beside the manifest: a bundler gives each file a name of its own. */
  shardUrls?: Record<string, string> | undefined;
}

export type RequestToWorker =
  /**
   * Load the model, or load it again after a failure. Where `offer` is a reason, files that are not on this device are
   * offered instead of downloaded; a later one without lets the download begin. When ready: keep what is not kept.
   */
  | { kind: 'load'; model: ModelAddress; backend: BackendWish; offer: OfferReason | null }
  /** Stops the download that is under way, and offers it. */
  | { kind: 'stop-download' }
  /** Removes the model's files from this device, at any time. What is loaded goes on working. */
  | { kind: 'remove-model' }
  /** Answered by exactly one `result`, `failed` or `cancelled` of the same id, also while loading. */
  | { kind: 'classify'; id: number; photo: PhotoToClassify }
  /** Answers change by these lessons from now on; none takes that away. Answered by `taught` or `not-taught` of the same id. */
  | { kind: 'teach'; id: number; lessons: readonly Lesson[]; checkPhotosUrl: string }
  /** Drops the job if it is still waiting; a running one ends as `cancelled`. The network stays loaded. */
  | { kind: 'cancel'; id: number }
  /** A thread that the worker asked for could not be started, or has ended by itself. */
  | { kind: 'thread-ended'; thread: SideThread };

export type MessageFromWorker =
  /** The worker holds this Web Lock while it lives: whoever gets it knows that the worker is gone. */
  | { kind: 'alive'; lock: string }
  /** To be answered by a thread that gets the port, and ends with the worker. */
  | { kind: 'start-thread'; thread: SideThread; port: MessagePort }
  | { kind: 'status'; status: EngineStatus }
  | { kind: 'model-info'; info: ModelInfo }
  | { kind: 'result'; id: number; classification: Classification }
  | { kind: 'failed'; id: number; failure: CodedFailure }
  | { kind: 'cancelled'; id: number }
  | { kind: 'taught'; id: number; report: TeachReport }
  | { kind: 'not-taught'; id: number; failure: CodedFailure };
