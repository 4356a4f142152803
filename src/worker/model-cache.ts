/** Fetches a model version's files and alone decides what is kept: Cache Storage, or memory where that is denied. */
import { CodedError } from '../domain/coded-error';
import { type Manifest, parseManifest, type ShardEntry } from '../domain/manifest';

/** So many shards are fetched side by side: enough to fill a link, few enough to lose little. */
const PARALLEL_SHARDS = 3;

export interface ModelCache {
  readonly manifest: Manifest;
  /** Shard bytes in manifest order, hashes checked; the next ones are fetched meanwhile. */
  shards(onDownloaded: (downloadedBytes: number) => void): AsyncGenerator<ShardBytes>;
}

type ShardBytes = Uint8Array<ArrayBuffer>;

/** Throws a CodedError: `model-unreachable`, or `model-corrupt` for a manifest that does not parse. */
export async function openModel(manifestUrl: string): Promise<ModelCache> {
  // A version's files never change: what was kept once needs no network.
  const kept = await keptManifest(manifestUrl);
  const manifest = kept ?? (await fetchManifest(manifestUrl));
  const storage = await openStorage(manifest.version);
  if (!kept) await keepManifest(storage, manifestUrl, manifest);
  const memory = new Map<string, ShardBytes>();

  async function readShard(
    shard: ShardEntry,
    onBytes: OnBytes,
    signal: AbortSignal,
  ): Promise<ShardBytes> {
    const held = memory.get(shard.sha256);
    if (held) return held;
    const url = new URL(shard.file, manifestUrl);
    url.searchParams.set('sha256', shard.sha256); // a cache in between cannot mix up versions
    const stored = await storage?.match(url);
    if (stored) {
      const bytes = new Uint8Array(await stored.arrayBuffer());
      if (await hasHash(bytes, shard.sha256)) return bytes;
      await storage?.delete(url);
    }
    const bytes = await fetchShard(url, shard, onBytes, signal);
    try {
      if (!storage) throw new Error('no storage');
      await storage.put(url, new Response(bytes));
    } catch {
      // Storage denied or full: this session works from memory.
      memory.set(shard.sha256, bytes);
    }
    return bytes;
  }

  async function* shards(onDownloaded: (bytes: number) => void): AsyncGenerator<ShardBytes> {
    const progress = new Array<number>(manifest.shards.length).fill(0);
    const started: Promise<ShardBytes>[] = [];
    const abort = new AbortController();
    const startUpTo = (count: number) => {
      while (started.length < Math.min(count, manifest.shards.length)) {
        const index = started.length;
        const shard = manifest.shards[index];
        if (!shard) return;
        const report = (bytes: number) => {
          if (abort.signal.aborted) return;
          // A shard fetched anew counts from its first try's bytes on: progress never jumps back.
          progress[index] = Math.max(progress[index] ?? 0, Math.min(bytes, shard.bytes));
          onDownloaded(progress.reduce((total, part) => total + part, 0));
        };
        const reading = readShard(shard, report, abort.signal).then((bytes) => {
          report(shard.bytes);
          return bytes;
        });
        reading.catch(() => {}); // awaited below, unless an earlier shard fails first
        started.push(reading);
      }
    };
    try {
      for (let index = 0; index < manifest.shards.length; index++) {
        startUpTo(index + PARALLEL_SHARDS);
        const reading = started[index];
        if (reading) yield await reading;
      }
    } finally {
      abort.abort(); // one shard failed, or the reader left: the others have nobody to report to
    }
  }

  return { manifest, shards };
}

type OnBytes = (downloadedBytes: number) => void;

async function fetchManifest(url: string): Promise<Manifest> {
  const response = await fetchOk(url, { cache: 'no-cache' });
  const text = await response.text().catch((error) => {
    throw unreachable(url, error);
  });
  try {
    return parseManifest(JSON.parse(text));
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('model-corrupt', `${url} is not JSON`, { cause: error });
  }
}

/** Undefined where none is kept, or storage is denied, or what is kept is broken. */
async function keptManifest(url: string): Promise<Manifest | undefined> {
  try {
    const stored = await caches.match(url);
    return stored && parseManifest(await stored.json());
  } catch {
    return undefined;
  }
}

async function keepManifest(
  storage: Cache | undefined,
  url: string,
  manifest: Manifest,
): Promise<void> {
  try {
    await storage?.put(url, Response.json(manifest));
  } catch {
    // Full: the shards will not fit either, and this session works from memory.
  }
}

/** A body with the wrong hash is fetched anew once, past every HTTP cache; then it is an error. */
async function fetchShard(
  url: URL,
  shard: ShardEntry,
  onBytes: OnBytes,
  signal: AbortSignal,
): Promise<ShardBytes> {
  for (const cache of ['default', 'reload'] as const) {
    // Low: on a slow link the page itself comes first.
    const bytes = await download(url, { cache, signal, priority: 'low' }, onBytes);
    if (await hasHash(bytes, shard.sha256)) return bytes;
  }
  throw new CodedError('model-corrupt', `${shard.file} does not have its sha256`);
}

async function download(url: URL, init: RequestInit, onBytes: OnBytes): Promise<ShardBytes> {
  const response = await fetchOk(url, init);
  if (!response.body) throw unreachable(url, 'no body');
  const chunks: ShardBytes[] = [];
  let downloadedBytes = 0;
  const reader = response.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      downloadedBytes += part.value.length;
      onBytes(downloadedBytes);
    }
  } catch (error) {
    throw unreachable(url, error);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

async function fetchOk(url: string | URL, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((error) => {
    throw unreachable(url, error);
  });
  if (!response.ok) throw unreachable(url, `status ${response.status}`);
  return response;
}

function unreachable(url: string | URL, cause: unknown): CodedError {
  return new CodedError('model-unreachable', `${url}: ${cause}`, { cause });
}

/**
 * Where the page is not a secure context (plain http on a local network) browsers give no digest;
 * there the golden input alone guards against wrong weights.
 */
async function hasHash(bytes: ShardBytes, sha256: string): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

async function openStorage(version: string): Promise<Cache | undefined> {
  try {
    return await caches.open(`pilah-model-${version}`);
  } catch {
    return undefined; // denied, or not a secure context
  }
}
