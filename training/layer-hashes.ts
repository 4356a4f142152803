/**
 * Decodes the layers of a folder as the page does and prints a line of hashes for each.
 * training/test_codec.py compares them with what it wrote.
 *
 *     tsx training/layer-hashes.ts DIR
 *
 * DIR holds layers.json, a manifest's `layers`, `tables` and `shards`, and the shards.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../src/domain/manifest';
import { decodeLayers } from '../src/inference/weight-codec';

type Packed = Pick<Manifest, 'layers' | 'tables' | 'shards'>;

async function printHashes(folder: string): Promise<void> {
  const packed: Packed = JSON.parse(await readFile(join(folder, 'layers.json'), 'utf8'));
  async function* shards() {
    for (const { file } of packed.shards) yield await readFile(join(folder, file));
  }
  for await (const { name, codes, scales, biases } of decodeLayers(packed, shards())) {
    const hashes = [codes, scales, biases].map(sha256);
    process.stdout.write(`${[name, ...hashes].join(' ')}\n`);
  }
}

function sha256(values: Int8Array | Float32Array): string {
  return createHash('sha256').update(values).digest('hex');
}

await printHashes(process.argv[2] ?? '.');
