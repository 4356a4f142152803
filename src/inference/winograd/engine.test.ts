import { describe, expect, it } from 'vitest';
import type { LayerCodes } from '../weight-codec';
import { WinogradEngine } from './engine';
import type { HelperStart } from './helper';
import { kernelModuleBytes } from './kernel-module';
import type { NetworkShape } from './network-shape';
import { relativeError, runReference } from './testing/float64-reference';
import {
  createEngine,
  randomFrom,
  randomLayers,
  randomPixels,
  untilComplete,
  VARIANTS,
} from './testing/networks';
import { startEngineHelper } from './testing/node-helper';
import { F4, F6 } from './transforms';

/** What the issue allows, as a share of the largest value. */
const TOLERANCE = 1e-4;

/** Every kernel in little: both transforms, both kinds of turns, pools on both, odd numbers of tiles. */
const SMALL: NetworkShape = {
  side: 28,
  blocks: [
    { channels: [64, 64, 128], transform: F6, turns: 'tiles', isBatched: false },
    { channels: [64, 128], transform: F4, turns: 'outputs', isBatched: true },
  ],
  outputs: 9,
};

/** Any network that the engine takes, small enough for the reference. */
function randomNetwork(random: () => number): NetworkShape {
  const pick = <T>(...items: [T, ...T[]]): T =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const blockCount = pick(1, 2, 3);
  let isBatched = false;
  const blocks = Array.from({ length: blockCount }, (_, index) => {
    isBatched ||= index > 0 && random() < 0.5;
    const widths = Array.from({ length: pick(1, 2) }, () => pick(64, 64, 128));
    return {
      channels: index === 0 ? [64, ...widths] : widths,
      transform: pick(F4, F6),
      turns: index === 0 ? ('tiles' as const) : pick<'tiles' | 'outputs'>('tiles', 'outputs'),
      isBatched,
    };
  }).map((block) => (block.isBatched ? { ...block, turns: 'outputs' as const } : block));
  const step = 2 ** blockCount;
  return {
    side: step * (1 + Math.floor(random() * (48 / step))),
    blocks,
    outputs: pick(9, 16, 30),
  };
}

function describeNetwork({ side, blocks }: NetworkShape): string {
  const words = blocks.map(
    ({ channels, transform, turns }) => `${channels} F${transform.outputSide} by ${turns}`,
  );
  return `side ${side}: ${words.join('; ')}`;
}

describe.each(VARIANTS)('the engine with %s', (_, isRelaxed) => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'computes random network %i as double precision does',
    async (seed) => {
      const random = randomFrom(seed + 100);
      const network = randomNetwork(random);
      const layers = randomLayers(network, random);
      const photos = Array.from({ length: 1 + (seed % 3) }, () =>
        randomPixels(network.side, random),
      );
      const engine = await createEngine(network, layers, { isRelaxed });
      const found = engine.run(photos);
      engine.dispose();
      for (const [index, pixels] of photos.entries()) {
        const expected = runReference(network, layers, pixels);
        const shape = describeNetwork(network);
        expect(relativeError(found[index]?.features ?? [], expected.features), shape).toBeLessThan(
          TOLERANCE,
        );
        expect(relativeError(found[index]?.logits ?? [], expected.logits), shape).toBeLessThan(
          TOLERANCE,
        );
      }
    },
    60_000,
  );

  it.each([
    ['zeros', () => 0, 1],
    ['huge values', (value: number) => value * 1e25, 1],
    ['denormals', (value: number) => value * 1e-40, 1],
    ['one huge pixel among zeros', (_: number, index: number) => (index === 1000 ? 1e20 : 0), 1],
    ['zeros, with no biases', () => 0, 0],
    ['huge values, with no biases', (value: number) => value * 1e25, 0],
  ])('is right for %s', async (_, change, biasFactor) => {
    const random = randomFrom(7);
    const layers = randomLayers(SMALL, random).map((layer) => ({
      ...layer,
      biases: layer.biases.map((bias) => bias * biasFactor),
    }));
    const pixels = randomPixels(SMALL.side, random).map(change);
    const engine = await createEngine(SMALL, layers, { isRelaxed });
    const [found] = engine.run([pixels]);
    const expected = runReference(SMALL, layers, pixels);
    expect(relativeError(found?.features ?? [], expected.features)).toBeLessThan(TOLERANCE);
    expect(relativeError(found?.logits ?? [], expected.logits)).toBeLessThan(TOLERANCE);
    engine.dispose();
  });

  it.each([
    ['all zero', () => 0],
    ['all the largest', () => 127],
    ['all the smallest', () => -127],
    ['of alternating sign', (_: number, index: number) => (index % 2 ? 127 : -127)],
  ])('is right for codes that are %s', async (_, change) => {
    const random = randomFrom(8);
    const layers = randomLayers(SMALL, random).map((layer) => ({
      ...layer,
      codes: layer.codes.map(change),
    }));
    const pixels = randomPixels(SMALL.side, random);
    const engine = await createEngine(SMALL, layers, { isRelaxed });
    const [found] = engine.run([pixels]);
    const expected = runReference(SMALL, layers, pixels);
    expect(relativeError(found?.features ?? [], expected.features)).toBeLessThan(TOLERANCE);
    expect(relativeError(found?.logits ?? [], expected.logits)).toBeLessThan(TOLERANCE);
    engine.dispose();
  });
});

describe('photos together and threads together', () => {
  const random = randomFrom(3);
  const layers = randomLayers(SMALL, random);
  const photos = Array.from({ length: 8 }, () => randomPixels(SMALL.side, random));

  it('give for each of 1 to 8 photos what it gives alone, bit for bit', async () => {
    const engine = await createEngine(SMALL, layers);
    const alone = photos.flatMap((pixels) => engine.run([pixels]));
    for (let count = 1; count <= photos.length; count++) {
      expect(engine.run(photos.slice(0, count))).toEqual(alone.slice(0, count));
    }
    engine.dispose();
  });

  it.each([2, 3])('give with %i threads what one thread gives, bit for bit', async (threads) => {
    const solo = await createEngine(SMALL, layers);
    const team = await createEngine(SMALL, layers, { threads });
    expect(team.threads).toBe(threads);
    for (const count of [1, 1, 3, 1, 8]) {
      expect(team.run(photos.slice(0, count))).toEqual(solo.run(photos.slice(0, count)));
    }
    team.dispose();
    solo.dispose();
  });

  it('are computed by the one thread until the others have come, and if they never do', async () => {
    const solo = await createEngine(SMALL, layers);
    const wanted = solo.run(photos.slice(0, 2));
    const module = await WebAssembly.compile(
      kernelModuleBytes({ isRelaxed: false, isShared: true }),
    );
    const starts: HelperStart[] = [];
    const late = (start: HelperStart) => void starts.push(start);
    const engine = WinogradEngine.create(SMALL, { module, helpers: [late, late] });
    for (const layer of layers) engine.loadLayer(layer);
    expect(engine.run(photos.slice(0, 2))).toEqual(wanted);
    expect(engine.threads).toBe(1);
    for (const start of starts) startEngineHelper(start);
    await untilComplete(engine, 3);
    expect(engine.run(photos.slice(0, 2))).toEqual(wanted);
    engine.dispose();
    solo.dispose();
  });

  it('leave nothing of one photo in the next', async () => {
    const engine = await createEngine(SMALL, layers);
    const [first] = engine.run(photos.slice(0, 1));
    engine.run([randomPixels(SMALL.side, random).map((value) => value * 1e20)]);
    engine.run([new Float32Array(SMALL.side ** 2 * 3).fill(Number.NaN)]);
    expect(engine.run(photos.slice(0, 1))).toEqual([first]);
    engine.dispose();
  });
});

describe('an engine', () => {
  const layers = randomLayers(SMALL, randomFrom(4));
  const pixels = randomPixels(SMALL.side, randomFrom(5));

  it('passes on what is not a number instead of hiding it', async () => {
    const engine = await createEngine(SMALL, layers);
    const [output] = engine.run([pixels.map(() => Number.NaN)]);
    expect(output?.logits.every(Number.isNaN)).toBe(true);
    engine.dispose();
  });

  it.each([1, 2])('of %i threads can be disposed of twice and not used after', async (threads) => {
    const engine = await createEngine(SMALL, layers, { threads });
    engine.dispose();
    engine.dispose();
    expect(() => engine.run([pixels])).toThrow('disposed');
    expect(() => engine.loadLayer(layers[0] as LayerCodes)).toThrow('disposed'); // the list is not empty
  });

  it('refuses pixels of another size, and no photos or more than eight', async () => {
    const engine = await createEngine(SMALL, layers);
    expect(() => engine.run([pixels.subarray(1)])).toThrow(RangeError);
    expect(() => engine.run([])).toThrow(RangeError);
    expect(() => engine.run(Array(9).fill(pixels))).toThrow(RangeError);
    engine.dispose();
  });

  it('refuses a layer of another shape, one too many, and to run without the last', async () => {
    const engine = await createEngine(SMALL, layers.slice(0, -1));
    expect(() => engine.run([pixels])).toThrow('not all layers');
    expect(() => engine.loadLayer(layers[0] as LayerCodes)).toThrow('layer-0 has shape'); // not empty
    engine.dispose();
    const full = await createEngine(SMALL, layers);
    expect(() => full.loadLayer(layers.at(-1) as LayerCodes)).toThrow(RangeError); // not empty
    full.dispose();
  });

  it('refuses a network whose channels are no multiple of 64', async () => {
    const [first, second] = SMALL.blocks;
    if (!first || !second) throw new Error('two blocks');
    const odd = { ...SMALL, blocks: [first, { ...second, channels: [96] }] };
    await expect(createEngine(odd, [])).rejects.toThrow(RangeError);
  });
});
