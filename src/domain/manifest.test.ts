import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODE_CONTEXT_COUNT, type CodeTable, parseManifest } from './manifest';
import { modelInfoOf } from './model-info';
import { MODEL_VERSION } from './model-version';

const folder = new URL(`../../public/model/${MODEL_VERSION}/`, import.meta.url);
const shipped = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));

const tables = (table: CodeTable) => Array(CODE_CONTEXT_COUNT).fill(table);

describe('parseManifest', () => {
  it('takes the shipped manifest, of the version that the code asks for', () => {
    const manifest = parseManifest(shipped());
    expect(manifest.version).toBe(MODEL_VERSION);
    expect(manifest.layers).toHaveLength(14);
    const parameters = manifest.layers.reduce(
      (sum, { shape }) =>
        sum + shape.reduce((product, side) => product * side) + (shape.at(-1) ?? 0),
      0,
    );
    expect(parameters, "the paper's Table I").toBe(14_940_489);
  });

  it('knows how many bytes the shards on disk are, at most 4.3 MB', () => {
    const manifest = parseManifest(shipped());
    const onDisk = manifest.shards.map(({ file }) => readFileSync(new URL(file, folder)).length);
    const total = onDisk.reduce((sum, bytes) => sum + bytes, 0);
    expect(manifest.shards.map(({ bytes }) => bytes)).toEqual(onDisk);
    expect(modelInfoOf(manifest).downloadBytes).toBe(total);
    expect(total).toBeLessThanOrEqual(4_300_000);
  });

  it.each([
    ['another format', { format: 1 }],
    ['classes in another order', { classes: ['clothes', 'battery'] }],
    [
      'a shard outside of its folder',
      { shards: [{ file: '../evil.bin', bytes: 1, sha256: 'a'.repeat(64) }] },
    ],
    ['a negative shard', { shards: [{ file: 'a.bin', bytes: -1, sha256: 'a'.repeat(64) }] }],
    ['too few code tables', { tables: [] }],
    ['frequencies that do not sum to 4096', { tables: tables({ lowest: 0, frequencies: [4095] }) }],
    ['codes above 127', { tables: tables({ lowest: 127, frequencies: [4000, 96] }) }],
    ['codes below -127', { tables: tables({ lowest: -128, frequencies: [4096] }) }],
    ['no temperature', { temperature: 0 }],
    ['too few golden logits', { golden: { logits: [1], tolerance: 0.1 } }],
  ])('refuses %s', (_, change) => {
    expect(() => parseManifest({ ...shipped(), ...change })).toThrow('model-corrupt');
  });

  it('refuses what is no manifest at all', () => {
    expect(() => parseManifest('<html>')).toThrow('model-corrupt');
  });
});
