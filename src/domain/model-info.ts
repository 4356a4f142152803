/** The part of the manifest that the page shows: what the model is and how well it was measured to do. */
import type { Manifest } from './manifest';
import type { LayerShape } from './network-shape';

export interface ModelInfo {
  version: string;
  /** All shards, as downloaded. */
  downloadBytes: number;
  layers: readonly LayerShape[];
  verdict: Manifest['verdict'];
  evaluation: Manifest['evaluation'];
  provenance: Manifest['provenance'];
}

export function modelInfoOf(manifest: Manifest): ModelInfo {
  const { version, verdict, evaluation, provenance } = manifest;
  const layers = manifest.layers.map(({ name, shape }) => ({ name, shape }));
  const downloadBytes = downloadBytesOf(manifest);
  return { version, downloadBytes, layers, verdict, evaluation, provenance };
}

export function downloadBytesOf(manifest: Pick<Manifest, 'shards'>): number {
  return manifest.shards.reduce((total, shard) => total + shard.bytes, 0);
}
