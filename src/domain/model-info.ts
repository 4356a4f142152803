/** The part of the manifest that the page shows: what the model is and how well it was measured to do. */
import type { Manifest } from './manifest';

export interface ModelInfo {
  version: string;
  /** All shards, as downloaded. */
  downloadBytes: number;
  verdict: Manifest['verdict'];
  evaluation: Manifest['evaluation'];
  provenance: Manifest['provenance'];
}

export function modelInfoOf(manifest: Manifest): ModelInfo {
  const { version, verdict, evaluation, provenance } = manifest;
  return { version, downloadBytes: downloadBytesOf(manifest), verdict, evaluation, provenance };
}

export function downloadBytesOf(manifest: Pick<Manifest, 'shards'>): number {
  return manifest.shards.reduce((total, shard) => total + shard.bytes, 0);
}
