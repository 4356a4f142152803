/** The files of the model version: fetched once, kept in Cache Storage, or in memory where that is denied. */
import { CodedError, toCodedFailure } from '../domain/coded-error';
import type { ModelKept, OfferReason } from '../domain/engine-status';
import {
  MAX_MANIFEST_BYTES,
  type Manifest,
  parseManifest,
  type ShardEntry,
} from '../domain/manifest';
import { MODEL_VERSION } from '../domain/model-version';
import { downloadFile, type FileBytes } from './download-file';
import type { DownloadGate } from './download-gate';
import { openKept, removeThisVersion } from './kept-models';
import type { ModelAddress } from './protocol';

/** So many shards are fetched side by side: enough to fill a link, few enough to lose little. */
const PARALLEL_SHARDS = 3;

export interface ModelCache {
  readonly manifest: Manifest;
  /** As it arrived. No hash vouches for it, so that one from storage may be doubted: see `forgetManifest`. */
  readonly manifestText: string;
  readonly isManifestFromStorage: boolean;
  /** Shard bytes in manifest order, hashes checked; the next ones are fetched meanwhile. */
  shards(reports: DownloadReports): AsyncGenerator<FileBytes>;
  /** Whether the next visit finds all of it. */
  isKept(): Promise<boolean>;
  /** Fetches, where the gate is open, and stores what storage lacks. Never rejects. */
  keep(): Promise<ModelKept>;
}

export interface DownloadReports {
  /** Bytes that are here. The first call counts those that need no download; it never counts back. */
  onBytes: (downloadedBytes: number) => void;
  /** The gate is shut, so nothing more comes until it is opened. */
  onWaiting: (reason: OfferReason, downloadedBytes: number) => void;
}

/** Shards by hash. As long as this thread lives, so that trying again goes on where it stopped. */
const memory = new Map<string, FileBytes>();

/** Throws a CodedError about the manifest: one of `downloadFile`'s, or `model-corrupt` when it does not parse. */
export async function openModel(
  { manifestUrl, shardUrls = {} }: ModelAddress,
  gate: DownloadGate,
): Promise<ModelCache> {
  const opened = (await storedManifest(manifestUrl)) ?? (await fetchedManifest(manifestUrl));
  const { manifest } = opened;

  const urlOf = ({ file, sha256 }: ShardEntry) => {
    const url = new URL(shardUrls[file] ?? file, manifestUrl);
    url.searchParams.set('sha256', sha256); // a cache in between cannot mix up versions
    return url.href;
  };

  /** From storage, with its hash checked: what is damaged there is dropped. */
  async function storedShard(shard: ShardEntry): Promise<FileBytes | undefined> {
    const url = urlOf(shard);
    try {
      // Opened each time: a cache that was removed or evicted lives on, unseen, in its old handle.
      const kept = await openKept();
      const response = await kept?.match(url);
      if (!response) return undefined;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (await isShard(bytes, shard)) return bytes;
      await kept?.delete(url);
    } catch {
      // The browser's own files are damaged: the network has the shard too.
    }
    return undefined;
  }

  async function fetchShard(shard: ShardEntry, hooks: ShardHooks): Promise<FileBytes> {
    for (;;) {
      if (gate.reason) {
        hooks.onWaiting(gate.reason);
        await gate.whenOpen(hooks.signal);
        hooks.onBytes(0);
      }
      const { signal: shutting } = gate;
      try {
        return await downloadFile(urlOf(shard), {
          maxBytes: shard.bytes,
          cache: 'default',
          signals: [hooks.signal, shutting],
          onBytes: hooks.onBytes,
          check: async (body) => {
            if (await isShard(body, shard)) return;
            throw new CodedError('model-corrupt', `${shard.file} does not have its sha256`);
          },
        });
      } catch (error) {
        // Shut in the middle: this shard begins anew when it is opened.
        if (hooks.signal.aborted || !shutting.aborted) throw error;
      }
    }
  }

  async function readShard(shard: ShardEntry, hooks: ShardHooks): Promise<FileBytes> {
    const held = memory.get(shard.sha256) ?? (await storedShard(shard));
    if (held) return held;
    const bytes = await fetchShard(shard, hooks);
    memory.set(shard.sha256, bytes);
    // One that a person has just removed is not put back.
    if (!gate.reason && (await stores(urlOf(shard), bytes))) memory.delete(shard.sha256);
    return bytes;
  }

  /** Throws what storage says. */
  async function store(url: string, body: BodyInit): Promise<void> {
    const kept = await openKept();
    if (!kept) throw new Error('no storage');
    await kept.put(url, new Response(body));
  }

  async function stores(url: string, body: BodyInit): Promise<boolean> {
    return store(url, body).then(
      () => true,
      () => false,
    );
  }

  async function keptUrls(): Promise<Set<string>> {
    const kept = await openKept();
    const requests = await kept?.keys().catch(() => []); // damaged: as if nothing were there
    return new Set(requests?.map(({ url }) => url));
  }

  async function missingShards(): Promise<ShardEntry[]> {
    const kept = await keptUrls();
    return manifest.shards.filter((shard) => !kept.has(urlOf(shard)));
  }

  async function isKept(): Promise<boolean> {
    const kept = await keptUrls();
    return kept.has(manifestUrl) && manifest.shards.every((shard) => kept.has(urlOf(shard)));
  }

  async function* shards(reports: DownloadReports): AsyncGenerator<FileBytes> {
    const missing = await missingShards();
    const progress = manifest.shards.map((shard) =>
      missing.includes(shard) && !memory.has(shard.sha256) ? 0 : shard.bytes,
    );
    const downloadedBytes = () => progress.reduce((total, part) => total + part, 0);
    const started: Promise<FileBytes>[] = [];
    const abort = new AbortController();
    const start = (shard: ShardEntry, index: number) => {
      const onBytes = (bytes: number) => {
        if (abort.signal.aborted) return;
        // A shard fetched anew counts from its first try's bytes on: progress never jumps back.
        progress[index] = Math.max(progress[index] ?? 0, Math.min(bytes, shard.bytes));
        reports.onBytes(downloadedBytes());
      };
      const onWaiting = (reason: OfferReason) => reports.onWaiting(reason, downloadedBytes());
      const reading = readShard(shard, { onBytes, onWaiting, signal: abort.signal });
      reading.then(() => onBytes(shard.bytes)).catch(() => {}); // awaited below, unless an earlier one fails
      started.push(reading);
    };
    reports.onBytes(downloadedBytes());
    try {
      for (let index = 0; index < manifest.shards.length; index++) {
        for (const shard of manifest.shards.slice(started.length, index + PARALLEL_SHARDS)) {
          start(shard, started.length);
        }
        const reading = started[index];
        if (reading) yield await reading;
      }
    } finally {
      abort.abort(); // one shard failed, or the reader left: the others have nobody to report to
    }
  }

  async function keep(): Promise<ModelKept> {
    const stop = new AbortController();
    const hooks = { onBytes: () => {}, onWaiting: () => stop.abort(), signal: stop.signal };
    try {
      for (const shard of await missingShards()) {
        const bytes = memory.get(shard.sha256) ?? (await fetchShard(shard, hooks));
        if (gate.reason === 'removed') return { kind: 'absent' };
        await store(urlOf(shard), bytes);
        memory.delete(shard.sha256);
      }
      await store(manifestUrl, opened.manifestText);
      return { kind: 'stored' };
    } catch (error) {
      if (gate.reason) return { kind: 'absent' };
      return { kind: 'failed', failure: toCodedFailure(error, 'storage-refused') };
    }
  }

  return { ...opened, shards, keep, isKept };
}

interface ShardHooks {
  onBytes: (downloadedBytes: number) => void;
  onWaiting: (reason: OfferReason) => void;
  signal: AbortSignal;
}

type OpenedManifest = Pick<ModelCache, 'manifest' | 'manifestText' | 'isManifestFromStorage'>;

/** A stored one is not asked for again: a version's folder never changes. */
async function storedManifest(url: string): Promise<OpenedManifest | undefined> {
  try {
    const response = await (await openKept())?.match(url);
    if (!response) return undefined;
    const manifestText = await response.text();
    const manifest = parseText(url, manifestText);
    return { manifest, manifestText, isManifestFromStorage: true };
  } catch {
    return undefined; // damaged, or storage is denied
  }
}

async function fetchedManifest(url: string): Promise<OpenedManifest> {
  const body = await downloadFile(url, {
    maxBytes: MAX_MANIFEST_BYTES,
    cache: 'no-cache',
    signals: [],
    check: async () => {},
  });
  const manifestText = new TextDecoder().decode(body);
  const manifest = parseText(url, manifestText);
  return { manifest, manifestText, isManifestFromStorage: false };
}

function parseText(url: string, text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    // What a portal answers in place of any file.
    const code = text.trimStart().startsWith('<') ? 'model-intercepted' : 'model-corrupt';
    throw new CodedError(code, `${url} is not JSON`, { cause });
  }
  const manifest = parseManifest(json);
  if (manifest.version === MODEL_VERSION) return manifest;
  throw new CodedError('model-corrupt', `${url} is of version ${manifest.version}`);
}

/** The next `openModel` asks the network. Shards are forgotten with it only where no hash vouches for them. */
export async function forgetManifest(manifestUrl: string): Promise<void> {
  if (!hasDigest()) memory.clear();
  try {
    await (await openKept())?.delete(manifestUrl);
  } catch {
    // storage is denied, so nothing is there
  }
}

/** What this thread has decoded goes on working. */
export async function removeModel(): Promise<void> {
  memory.clear();
  await removeThisVersion();
}

async function isShard(body: FileBytes, { bytes, sha256 }: ShardEntry): Promise<boolean> {
  if (body.length !== bytes) return false;
  if (!hasDigest()) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

/**
 * Where the page is not a secure context (plain http on a local network) browsers give no digest;
 * there the golden input alone guards against wrong weights.
 */
function hasDigest(): boolean {
  return Boolean(globalThis.crypto?.subtle);
}
