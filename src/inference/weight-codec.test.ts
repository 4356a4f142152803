import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { LayerEntry, ShardEntry } from '../domain/manifest';
import { decodeLayers, dequantise, type LayerCodes } from './weight-codec';

/** Two layers, written as training/codec.py writes them, cut into shards at odd places. */
const LAYERS = [
  {
    shape: [3, 3, 1, 2],
    scales: [0.5, 0.25],
    biases: [1, -1],
    codes: [-127, 127, 0, 1, 2, 3, -4, 5, 6, 7, 8, -9, 10, 11, 12, 13, 14, 15],
  },
  { shape: [2, 3], scales: [1, 2, 4], biases: [0, 0.5, 9], codes: [1, 1, 1, -2, -2, -2] },
];

function written() {
  const chunks: Uint8Array[] = [];
  const entries: LayerEntry[] = [];
  let position = 0;
  for (const [index, layer] of LAYERS.entries()) {
    const parts = [
      new Uint8Array(Float32Array.from(layer.scales).buffer),
      new Uint8Array(Float32Array.from(layer.biases).buffer),
      new Uint8Array(Int8Array.from(layer.codes).buffer),
    ];
    const [scalesOffset = 0, biasesOffset = 0, codesOffset = 0] = parts.map((part) => {
      const offset = position;
      position += part.length;
      chunks.push(part);
      return offset;
    });
    const name = `layer-${index}`;
    entries.push({ name, shape: layer.shape, bits: 8, scalesOffset, biasesOffset, codesOffset });
  }
  return { bytes: Buffer.concat(chunks), entries };
}

function sharded(bytes: Buffer, cuts: number[]) {
  const edges = [0, ...cuts, bytes.length];
  const pieces = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
  const packed = pieces.map((piece) => new Uint8Array(gzipSync(piece)));
  const entries: ShardEntry[] = pieces.map((piece, index) => ({
    file: `shard-${index}.bin`,
    bytes: packed[index]?.length ?? 0,
    unpackedBytes: piece.length,
    sha256: '0'.repeat(64),
  }));
  return { entries, packed };
}

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function decode(
  layers: readonly LayerEntry[],
  shards: ReturnType<typeof sharded>,
): Promise<LayerCodes[]> {
  const decoded: LayerCodes[] = [];
  for await (const layer of decodeLayers(layers, shards.entries, stream(shards.packed))) {
    decoded.push(layer);
  }
  return decoded;
}

function kernelOf(layer: LayerCodes | undefined): Float32Array {
  return layer ? dequantise(layer) : new Float32Array();
}

describe('decodeLayers', () => {
  it.each([
    ['one shard', []],
    ['a cut inside a scale, a bias and the codes', [3, 11, 20, 21, 40]],
    ['a cut between layers', [34]],
  ])('gives code × scale of its output channel, with %s', async (_, cuts) => {
    const { bytes, entries } = written();
    const [first, second] = await decode(entries, sharded(bytes, cuts));
    expect(Array.from(kernelOf(first).slice(0, 4))).toEqual([-63.5, 31.75, 0, 0.25]);
    expect(Array.from(first?.biases ?? [])).toEqual([1, -1]);
    expect(Array.from(kernelOf(second))).toEqual([1, 2, 4, -2, -4, -8]);
    expect(second?.shape).toEqual([2, 3]);
  });

  it('refuses shards that end too early', async () => {
    const { bytes, entries } = written();
    await expect(decode(entries, sharded(bytes.subarray(0, 50), [20]))).rejects.toMatchObject({
      code: 'model-corrupt',
    });
  });

  it('refuses bytes that are left over', async () => {
    const { bytes, entries } = written();
    const longer = Buffer.concat([bytes, Buffer.from([1])]);
    await expect(decode(entries, sharded(longer, []))).rejects.toThrow('left over');
  });

  it('refuses offsets that are not where the bytes are', async () => {
    const { bytes, entries } = written();
    const moved = entries.map((entry) => ({ ...entry, codesOffset: entry.codesOffset + 4 }));
    await expect(decode(moved, sharded(bytes, []))).rejects.toThrow('layer-0 begins at');
  });

  it('refuses a shard that is not gzip, or of another length than promised', async () => {
    const { bytes, entries } = written();
    const shards = sharded(bytes, [20]);
    const html = {
      ...shards,
      packed: [new TextEncoder().encode('<html>captive portal'), ...shards.packed],
    };
    await expect(decode(entries, html)).rejects.toThrow('not gzip');
    const wrong = {
      ...shards,
      entries: shards.entries.map((entry) => ({ ...entry, unpackedBytes: 7 })),
    };
    await expect(decode(entries, wrong)).rejects.toThrow('unpacks to');
  });
});
