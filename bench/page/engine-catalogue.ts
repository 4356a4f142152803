/** Which engines the bench knows, and how each is started. The other libraries are in bench/peers. */
import { MODEL_VERSION } from '../../src/domain/model-version';
import type { LoadOptions } from '../engines/protocol';

export interface EngineSpec {
  engine: string;
  threads: number;
  createWorker(): Worker;
  options(site: Site): LoadOptions;
}

/** Where things are, absolute. */
export interface Site {
  /** The folder of the app's index.html. */
  root: URL;
}

export interface Device {
  cores: number;
  /** Whether threads can share memory. */
  isIsolated: boolean;
}

const startPilah = () =>
  new Worker(new URL('../engines/pilah-worker.ts', import.meta.url), { type: 'module' });
const startTfjs = () =>
  new Worker(new URL('../engines/tfjs-worker.ts', import.meta.url), { type: 'module' });

/** Our engine in its variants and tfjs: what anybody's phone can run without further files. */
export function ownEngines(device: Device): EngineSpec[] {
  return [
    ...threadCounts(device).flatMap((threads) => [
      pilah('pilah-relaxed', threads),
      pilah('pilah-plain', threads),
    ]),
    ...threadCounts(device)
      .filter((threads) => threads <= 2)
      .map(tfjs),
  ];
}

/** One; two where threads can share memory; four where there are as many cores. */
function threadCounts({ cores, isIsolated }: Device): number[] {
  if (!isIsolated) return [1];
  return [1, 2, 4].filter((threads) => threads <= 2 || threads <= cores);
}

function pilah(engine: 'pilah-relaxed' | 'pilah-plain', threads: number): EngineSpec {
  return {
    engine,
    threads,
    createWorker: startPilah,
    options: (site) => ({
      manifestUrl: manifestUrl(site),
      threads,
      isRelaxed: engine === 'pilah-relaxed',
    }),
  };
}

function tfjs(threads: number): EngineSpec {
  return {
    engine: 'tfjs-wasm',
    threads,
    createWorker: startTfjs,
    options: (site) => ({ manifestUrl: manifestUrl(site), threads }),
  };
}

export function manifestUrl({ root }: Site): string {
  return new URL(`model/${MODEL_VERSION}/manifest.json`, root).href;
}
