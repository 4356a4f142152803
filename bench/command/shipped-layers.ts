/** The shipped network's layers, from public/model/. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run-command.mjs';
import { parseManifest } from '../../src/domain/manifest';
import { MODEL_VERSION } from '../../src/domain/model-version';
import { decodeLayers, type LayerCodes } from '../../src/inference/weight-codec';

const MODEL = join(ROOT, 'public', 'model', MODEL_VERSION);

/** All at once, 15 MB. Throws when a file is missing or broken. */
export async function readShippedLayers(): Promise<LayerCodes[]> {
  const manifest = parseManifest(JSON.parse(await readFile(join(MODEL, 'manifest.json'), 'utf8')));
  const layers: LayerCodes[] = [];
  const shards = readShards(manifest.shards.map(({ file }) => file));
  for await (const layer of decodeLayers(manifest, shards)) {
    layers.push(layer);
  }
  return layers;
}

async function* readShards(files: readonly string[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const file of files) yield new Uint8Array(await readFile(join(MODEL, file)));
}
