/** What a run of the bench finds, as plain data. The page fills the first part, the command the rest. */

export interface EngineRow {
  /** Library, then variant: `pilah-relaxed`, `tfjs-wasm`, `onnxruntime-wasm`, `litert-wasm`. */
  engine: string;
  threads: number;
  /** The first photo after the weights are loaded, without any warm-up. */
  firstMs: number;
  /** Of the interleaved runs, as is the minimum. */
  medianMs: number;
  minMs: number;
  /** WebAssembly memory of the engine, weights included, after its last run; 1 MB is 10⁶ bytes. */
  memoryMB: number;
  /** Code and model as they came over the network, compressed where the server compresses. */
  downloadBytes: number;
}

/** An engine that this browser or machine cannot run. */
export interface SkippedEngine {
  engine: string;
  threads: number;
  reason: string;
}

/** A number of photos in a row, after the first. */
export interface GrowthRow {
  /** `browser` is our engine in its worker, `command line` is `npm run classify`. */
  where: 'browser' | 'command line';
  photos: number;
  totalMs: number;
  msPerPhoto: number;
  /** WebAssembly memory afterwards; not known of the command line. */
  memoryMB?: number;
}

/** What the page measures by itself. */
export interface PageMeasurement {
  userAgent: string;
  /** As the browser says. */
  cores: number;
  isIsolated: boolean;
  /** Interleaved runs of each engine. */
  runs: number;
  engines: readonly EngineRow[];
  skipped: readonly SkippedEngine[];
  growth: readonly GrowthRow[];
}

export interface CommandLineSpeed {
  photos: number;
  jobs: number;
  photosPerSecond: number;
}

/** Photos sent to the page's worker at once, from file to answer. */
export interface PhotoRow {
  photos: number;
  msPerPhoto: number;
  /** What the network alone takes for a photo that comes alone; the median. */
  engineMs: number;
}

export interface PageFigures {
  /** JavaScript that the page loads before anything is chosen, compressed; the worker's not counted. */
  shellJsBytes: number;
  /** Of the worker and its imports. */
  workerJsBytes: number;
  /** From reload to `ready` with a cached model; the median. */
  reloadToReadyMs: number;
  /** Of that, reading all weights from the cache and unpacking them into the engine's memory. */
  weightsMs: number;
  reloads: number;
  /** Lighthouse's mobile profile; absent where it did not run. */
  lighthouse?: LighthouseFigures;
}

/** Each figure is the median of the runs. */
export interface LighthouseFigures {
  version: string;
  runs: number;
  largestContentfulPaintMs: number;
  totalBlockingTimeMs: number;
  cumulativeLayoutShift: number;
}

export interface Machine {
  cpu: string;
  cores: number;
  memoryGB: number;
  system: string;
  node: string;
  browser: string;
  date: string;
  commit: string;
  /** 0 to 1: the share of all cores that other programs used just before or after the engines' runs. */
  busyShare: number;
}

export interface BenchReport extends PageMeasurement {
  machine: Machine;
  /** Absent, as are those below, where it could not be measured. */
  commandLine?: CommandLineSpeed;
  photoRow?: PhotoRow;
  page?: PageFigures;
}

/** All else is told as a ratio to it. */
export const REFERENCE = { engine: 'tfjs-wasm', threads: 1 } as const;
