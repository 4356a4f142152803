import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODE_CONTEXT_COUNT, type CodeTable, parseManifest } from './manifest';
import { modelInfoOf } from './model-info';
import { MODEL_VERSION } from './model-version';

const folder = new URL(`../../public/model/${MODEL_VERSION}/`, import.meta.url);
const shipped = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));

const tables = (table: CodeTable) => Array(CODE_CONTEXT_COUNT).fill(table);
const nine = (value: number) => Array(9).fill(value);
const shard = (bytes: number) => ({ file: 'a.bin', bytes, sha256: 'a'.repeat(64) });
const layer = (change: object) => ({
  name: 'conv1_1',
  shape: [3, 3, 3, 64],
  places: 9,
  codedBytes: 1928,
  ...change,
});
const input = (change: object) => Object.assign({}, shipped().input, change);

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
    ['an infinite temperature', { temperature: Number.POSITIVE_INFINITY }],
    ['golden logits that are no numbers', { golden: { logits: nine(Number.NaN), tolerance: 0.1 } }],
    ['golden logits that all are right by', { golden: { logits: nine(0), tolerance: 1e9 } }],
    ['a normalisation that divides by nothing', { input: input({ sd: [0, 1, 1] }) }],
    ['a normalisation by infinity', { input: input({ mean: [0, Number.POSITIVE_INFINITY, 0] }) }],
    ['an input of other size', { input: input({ size: 22_400 }) }],
    ['a path for a version', { version: '../4' }],
    ['shards without end', { shards: Array(65).fill(shard(1)) }],
    ['a shard of gigabytes', { shards: [shard(2 ** 40)] }],
    ['a side of one and a half', { layers: [layer({ shape: [3, 3, 1.5, 64] })] }],
    ['layers without end', { layers: Array(33).fill(layer({})) }],
    ['no layers', { layers: [] }],
    ['too few golden logits', { golden: { logits: [1], tolerance: 0.1 } }],
  ])('refuses %s', (_, change) => {
    expect(() => parseManifest({ ...shipped(), ...change })).toThrow('model-corrupt');
  });

  it.each([
    ['too many bytes', { shards: Array(64).fill(shard(2 ** 25)) }],
    ['the layers do not fill the shards', { shards: [shard(4_228_433)] }],
    ['too many weights', { layers: [layer({ shape: [3, 3, 2 ** 20, 64] })] }],
    ['too many weights', { layers: [layer({ shape: [9 * 2 ** 40, 2 ** 40] })] }],
    ['places do not divide the kernel', { layers: [layer({ places: 7 })] }],
  ])('refuses %s before memory is taken', (reason, change) => {
    expect(() => parseManifest({ ...shipped(), ...change })).toThrow(reason);
  });

  it('takes no key of a prototype from a hostile file', () => {
    const text = JSON.stringify(shipped()).replace('{', '{"__proto__":{"isEvil":true},');
    const manifest = parseManifest(JSON.parse(text));
    expect(manifest).not.toHaveProperty('isEvil');
    expect(Object.keys(manifest)).not.toContain('__proto__');
    expect({}).not.toHaveProperty('isEvil');
  });

  it('refuses what is no manifest at all', () => {
    expect(() => parseManifest('<html>')).toThrow('model-corrupt');
  });
});
