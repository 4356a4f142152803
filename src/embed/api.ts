/** What the package promises, as types: options, instance, description of the model. */
import type { BackendPreference, BackendReport } from '../domain/engine-status';
import type { WasteClassId } from '../domain/waste-class';
import type { Answer } from './classify-all';
import type { PictureSource } from './read-source';
import type { Result, ResultOptions } from './result';

/** How far the model's download is. At the end, while the network is made ready, both are equal. */
export interface Progress {
  /** Bytes that are here, those from an earlier visit included. */
  loadedBytes: number;
  /** Of all files of the model together. */
  totalBytes: number;
}

/** How the model is loaded. Nothing is required. */
export interface LoadOptions {
  /** Of a `manifest.json` whose shards lie beside it, relative to the page. That of the package unless given. */
  modelUrl?: string | URL | undefined;
  /**
   * A folder of the page's origin with a copy of the package's `dist`, relative to the page: for builds that do not
   * find the package's files by themselves.
   */
  assetsUrl?: string | URL | undefined;
  /**
   * Where to compute. `wasm`, the package's own engine, unless given: it needs no further download. `webgl` and `webgpu`
   * take TensorFlow.js, and the processor where there is none; `auto` measures what there is and takes the fastest.
   */
  backend?: BackendPreference | undefined;
  /** Called when the download goes on, at most some thirty times. */
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Aborting ends download and worker; `load()` then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What can be classified. Files are JPEG or PNG of up to 120 megapixels; EXIF turns are done. */
export type Source = Blob | PictureSource;

/** How a photo is classified. */
export interface ClassifyOptions extends ResultOptions {
  /** Aborting drops the photo; the promise then rejects with the signal's reason. The model stays loaded. */
  signal?: AbortSignal | undefined;
}

/** How well one class was told from the others. */
export interface ClassFigures {
  class: WasteClassId;
  /** Of how many photos of this class. */
  photos: number;
  /** Of the answers of this class, the share that is right. */
  precision: number;
  /** Of the photos of this class, the share that is found. */
  recall: number;
}

/** How often answers with about the same probability were right. */
export interface ReliabilityRange {
  /** Probabilities above this. */
  from: number;
  /** Probabilities up to and with this. */
  to: number;
  photos: number;
  /** Share of right answers. */
  accuracy: number;
}

/** Measured with the shipped files on photos that the network was not trained on. All shares are 0 to 1. */
export interface Figures {
  /** Of how many photos. */
  photos: number;
  /** Share of right answers. */
  accuracy: number;
  /** Mean of the nine recalls. */
  macroRecall: number;
  /** Mean distance between a probability and how often answers of that probability are right. */
  expectedCalibrationError: number;
  /** What a probability has meant: ten ranges of the top probability, ascending; one without photos is left out. */
  reliability: readonly ReliabilityRange[];
  /** The nine, in the order of `classes`. */
  perClass: readonly ClassFigures[];
}

/** About a loaded model, as plain data. */
export interface PilahInfo {
  /** Counts up with each training; answers of two versions differ. */
  modelVersion: string;
  /** The nine, in the order of the network's outputs. */
  classes: readonly WasteClassId[];
  /** Bytes of the weights, as downloaded. */
  downloadBytes: number;
  /** What computes, why that, and on how many threads. */
  backend: Readonly<BackendReport>;
  /** Milliseconds that one photo took on this device when the model was loaded. */
  photoMs: number;
  /** Null for a model that was not evaluated. */
  figures: Figures | null;
}

/** A loaded model, in a worker of its own. */
export interface Pilah {
  /** `backend` changes when a graphics processor is lost. Stays readable after `dispose()`. */
  readonly info: PilahInfo;
  /**
   * Classifies one photo. Files are read in the worker; of elements and bitmaps the pixels are read before this returns.
   *
   * @throws {@link PilahError} about the source, `inference-failed`, `worker-crashed` or `disposed`; or the reason of
   * `options.signal`
   */
  classify(source: Source, options?: ClassifyOptions): Promise<Result>;
  /**
   * Classifies one photo after another and yields an answer for each, in order; two are under way at a time. A photo
   * that fails is an answer with an `error` and ends nothing. Leaving the loop drops what is under way.
   *
   * @throws {@link PilahError} `disposed`; the reason of `options.signal`; or what `sources` throws
   */
  classifyAll<Each extends Source>(
    sources: Iterable<Each> | AsyncIterable<Each>,
    options?: ClassifyOptions,
  ): AsyncGenerator<Answer<Each>, void, undefined>;
  /** Ends the worker and frees its memory. What is under way rejects with `disposed`, as does all later use. May be called twice. */
  dispose(): void;
}
