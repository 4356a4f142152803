/** The measurement itself: load each engine, check that all agree, run them in turn, then many photos in a row. */
import type { EngineRow, GrowthRow, PageMeasurement, SkippedEngine } from '../figures/report';
import { interleaved } from '../figures/run-plan';
import { indexOfLargest, median, minimum } from '../figures/statistics';
import type { EngineSpec, Site } from './engine-catalogue';
import { type EngineRun, type LoadedEngine, loadEngine } from './engine-client';
import { fetchSamplePhotos, type SamplePhoto } from './sample-photos';

export interface MeasureOptions {
  site: Site;
  /** Interleaved runs of each engine. */
  runs: number;
  /** Numbers of photos in a row for the first of our engines; none skips that part. */
  growth: readonly number[];
  onProgress(what: string): void;
}

interface MeasuredEngine {
  loaded: LoadedEngine;
  firstMs: number;
  scriptBytes: number;
  last: EngineRun;
  timesMs: number[];
}

/** Idle threads of a library spin for a moment before they sleep; the next engine shall not feel them. */
const SETTLE_MS = 100;

/** Rejects when no engine starts, engines disagree on a photo, or an engine fails after it has loaded. */
export async function measure(
  specs: readonly EngineSpec[],
  { site, runs, growth, onProgress }: MeasureOptions,
): Promise<PageMeasurement> {
  const photos = await fetchSamplePhotos(site);
  const engines: MeasuredEngine[] = [];
  const skipped: SkippedEngine[] = [];
  try {
    for (const spec of specs) {
      onProgress(`loading ${nameOf(spec)}`);
      try {
        engines.push(await firstRun(spec, site, photos));
      } catch (error) {
        const { engine, threads } = spec;
        skipped.push({ engine, threads, reason: toText(error) });
      }
    }
    if (engines.length === 0) throw new Error(`nothing runs here. ${reasons(skipped)}`);
    await expectAgreement(engines, photos);
    await runInTurn(engines, photos, runs, onProgress);
    const grown = await measureGrowth(engines, photos, growth, onProgress);
    return {
      userAgent: navigator.userAgent,
      cores: navigator.hardwareConcurrency,
      isIsolated: crossOriginIsolated,
      runs,
      engines: engines.map(toRow),
      skipped,
      growth: grown,
    };
  } finally {
    for (const { loaded } of engines) loaded.end();
  }
}

async function firstRun(
  spec: EngineSpec,
  site: Site,
  photos: readonly SamplePhoto[],
): Promise<MeasuredEngine> {
  const scriptsBefore = scriptBytes();
  const loaded = await loadEngine(spec, site);
  try {
    await settle();
    const last = await loaded.run(pixelsOf(photos, 0));
    const ownScript = scriptBytes() - scriptsBefore;
    return { loaded, firstMs: last.elapsedMs, scriptBytes: ownScript, last, timesMs: [] };
  } catch (error) {
    loaded.end();
    throw error;
  }
}

/** A fast engine that answers wrongly is no engine. */
async function expectAgreement(
  engines: readonly MeasuredEngine[],
  photos: readonly SamplePhoto[],
): Promise<void> {
  for (const { name, pixels } of photos) {
    const answers = new Map<number, string[]>();
    for (const { loaded } of engines) {
      const { logits } = await loaded.run(pixels);
      const top = indexOfLargest(logits);
      answers.set(top, [...(answers.get(top) ?? []), nameOf(loaded.spec)]);
    }
    if (answers.size > 1) {
      const sides = [...answers.values()].map((names) => names.join(', '));
      throw new Error(`engines disagree on ${name}: ${sides.join(' against ')}`);
    }
  }
}

async function runInTurn(
  engines: readonly MeasuredEngine[],
  photos: readonly SamplePhoto[],
  runs: number,
  onProgress: MeasureOptions['onProgress'],
): Promise<void> {
  const plan = interleaved(engines, runs);
  for (const [index, engine] of plan.entries()) {
    onProgress(`run ${index + 1} of ${plan.length}: ${nameOf(engine.loaded.spec)}`);
    await settle();
    engine.last = await engine.loaded.run(pixelsOf(photos, index));
    engine.timesMs.push(engine.last.elapsedMs);
  }
}

async function measureGrowth(
  engines: readonly MeasuredEngine[],
  photos: readonly SamplePhoto[],
  counts: readonly number[],
  onProgress: MeasureOptions['onProgress'],
): Promise<GrowthRow[]> {
  const ours = engines.find(({ loaded }) => loaded.spec.engine.startsWith('pilah-'));
  if (!ours) return [];
  const rows: GrowthRow[] = [];
  for (const count of counts) {
    onProgress(`${count} photos in a row: ${nameOf(ours.loaded.spec)}`);
    await settle();
    const started = performance.now();
    let memoryBytes = 0;
    for (let index = 0; index < count; index++) {
      ({ memoryBytes } = await ours.loaded.run(pixelsOf(photos, index)));
    }
    const totalMs = performance.now() - started;
    const msPerPhoto = totalMs / count;
    const memoryMB = memoryBytes / 1e6;
    rows.push({ where: 'browser', photos: count, totalMs, msPerPhoto, memoryMB });
  }
  return rows;
}

function toRow({ loaded, firstMs, timesMs, last, scriptBytes }: MeasuredEngine): EngineRow {
  const { engine, threads } = loaded.spec;
  return {
    engine,
    threads,
    firstMs,
    medianMs: median(timesMs),
    minMs: minimum(timesMs),
    memoryMB: last.memoryBytes / 1e6,
    downloadBytes: last.downloadBytes + scriptBytes,
  };
}

function reasons(skipped: readonly SkippedEngine[]): string {
  return skipped.map((spec) => `${nameOf(spec)}: ${spec.reason}`).join('; ');
}

export function nameOf({ engine, threads }: Pick<EngineSpec, 'engine' | 'threads'>): string {
  return `${engine}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
}

/** Workers' own scripts are in the page's timeline, not in the worker's. */
function scriptBytes(): number {
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name }) => name.endsWith('.js'))
    .reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
}

function pixelsOf(photos: readonly SamplePhoto[], index: number): Float32Array {
  const photo = photos[index % photos.length];
  if (!photo) throw new Error('there are no photos');
  return photo.pixels;
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, SETTLE_MS);
  });
}

function toText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
