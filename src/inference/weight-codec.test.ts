import { describe, expect, it } from 'vitest';
import { CODE_CONTEXT_COUNT, type CodeTable, type LayerEntry } from '../domain/manifest';
import { decodeLayers, dequantise, type LayerCodes } from './weight-codec';

/** Two layers, written as training/codec.py writes them, cut into shards at odd places. */
const LAYERS = [
  {
    shape: [3, 3, 1, 2],
    places: 9,
    scales: [0.5, 0.25],
    biases: [1, -1],
    codes: [-127, 127, 0, 1, 2, 3, -4, 5, 6, 7, 8, -9, 10, 11, 12, 13, 14, 15],
  },
  {
    shape: [2, 3],
    places: 1,
    scales: [1, 2, 4],
    biases: [0, 0.5, 9],
    codes: [1, 1, 1, -2, -2, -2],
  },
];

const FREQUENCY = 16;
const EXTRA = 4096 - 255 * FREQUENCY;

/** Every context expects every code alike: what contexts are for is tested with training/test_codec.py. */
const TABLES: CodeTable[] = Array.from({ length: CODE_CONTEXT_COUNT }, () => ({
  lowest: -127,
  frequencies: [...Array(254).fill(FREQUENCY), FREQUENCY + EXTRA],
}));

/** rANS with 64 states in turn, last code first, for the tables above. */
function encode(codes: readonly number[]): Uint8Array {
  const states = new Array<number>(64).fill(2 ** 15);
  const words: number[] = [];
  for (const [index, code] of [...codes.entries()].reverse()) {
    const frequency = code === 127 ? FREQUENCY + EXTRA : FREQUENCY;
    let state = states[index % 64] ?? 0;
    if (state >= frequency * 2 ** 19) {
      words.unshift(state % 2 ** 16);
      state = Math.floor(state / 2 ** 16);
    }
    const start = (code + 127) * FREQUENCY;
    states[index % 64] = Math.floor(state / frequency) * 4096 + (state % frequency) + start;
  }
  const head = new Uint8Array(Uint32Array.from(states).buffer);
  return Buffer.concat([head, new Uint8Array(Uint16Array.from(words).buffer)]);
}

function written() {
  const chunks: Uint8Array[] = [];
  const entries: LayerEntry[] = [];
  for (const [index, { shape, places, scales, biases, codes }] of LAYERS.entries()) {
    const coded = encode(codes);
    chunks.push(
      new Uint8Array(Float32Array.from(scales).buffer),
      new Uint8Array(Float32Array.from(biases).buffer),
      coded,
    );
    entries.push({ name: `layer-${index}`, shape, places, codedBytes: coded.length });
  }
  return { bytes: Buffer.concat(chunks), entries };
}

async function* sharded(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const edges = [0, ...cuts, bytes.length];
  for (const [index, end] of edges.slice(1).entries()) yield bytes.subarray(edges[index], end);
}

async function decode(
  layers: readonly LayerEntry[],
  bytes: Buffer,
  cuts: readonly number[] = [],
): Promise<LayerCodes[]> {
  const decoded: LayerCodes[] = [];
  const model = { layers: [...layers], tables: TABLES };
  for await (const layer of decodeLayers(model, sharded(bytes, cuts))) decoded.push(layer);
  return decoded;
}

function kernelOf(layer: LayerCodes | undefined): Float32Array {
  return layer ? dequantise(layer) : new Float32Array();
}

describe('decodeLayers', () => {
  it.each([
    ['one shard', []],
    ['a cut inside a scale, a bias and the codes', [3, 11, 20, 21, 290]],
    ['an empty shard', [34, 34]],
  ])('gives code × scale of its output channel, with %s', async (_, cuts) => {
    const { bytes, entries } = written();
    const [first, second] = await decode(entries, bytes, cuts);
    expect(Array.from(first?.codes ?? [])).toEqual(LAYERS[0]?.codes);
    expect(Array.from(kernelOf(first).slice(0, 4))).toEqual([-63.5, 31.75, 0, 0.25]);
    expect(Array.from(first?.biases ?? [])).toEqual([1, -1]);
    expect(Array.from(kernelOf(second))).toEqual([1, 2, 4, -2, -4, -8]);
    expect(second?.shape).toEqual([2, 3]);
  });

  it('refuses shards that end too early', async () => {
    const { bytes, entries } = written();
    await expect(decode(entries, bytes.subarray(0, 50), [20])).rejects.toMatchObject({
      code: 'model-corrupt',
    });
  });

  it('refuses bytes that are left over', async () => {
    const { bytes, entries } = written();
    const longer = Buffer.concat([bytes, Buffer.from([1])]);
    await expect(decode(entries, longer)).rejects.toThrow('left over');
  });

  it('refuses a changed bit that moves no code, and a word that no code asks for', async () => {
    const { bytes, entries } = written();
    const [first, second] = entries;
    if (!first || !second) throw new Error('two layers');
    const stateAt = 16; // after two scales and two biases
    const changed = Buffer.from(bytes);
    changed[stateAt] = (changed[stateAt] ?? 0) ^ 1;
    await expect(decode(entries, changed)).rejects.toThrow('codes end after');
    const end = stateAt + first.codedBytes;
    const longer = Buffer.concat([bytes.subarray(0, end), Buffer.alloc(2), bytes.subarray(end)]);
    const asTold = [{ ...first, codedBytes: first.codedBytes + 2 }, second];
    await expect(decode(asTold, longer)).rejects.toThrow('codes end after');
  });

  it('refuses codes with a changed byte, a word too few or too many, or an odd byte', async () => {
    const { bytes, entries } = written();
    const [first, second] = entries;
    if (!first || !second) throw new Error('two layers');
    const changed = Buffer.from(bytes);
    changed[16 + 5] = (changed[16 + 5] ?? 0) ^ 1;
    await expect(decode(entries, changed)).rejects.toThrow('model-corrupt');
    for (const difference of [-2, 2, 1]) {
      const moved = [{ ...first, codedBytes: first.codedBytes + difference }, second];
      await expect(decode(moved, bytes)).rejects.toThrow('model-corrupt');
    }
  });

  it('refuses shapes that no kernel has before it takes their memory', async () => {
    const { bytes, entries } = written();
    const huge = entries.map((entry) => ({ ...entry, shape: [3, 3, 1e6, 2] }));
    await expect(decode(huge, bytes)).rejects.toThrow('for 18000000 codes');
    const uneven = entries.map((entry) => ({ ...entry, places: 7 }));
    await expect(decode(uneven, bytes)).rejects.toThrow('model-corrupt');
  });
});
