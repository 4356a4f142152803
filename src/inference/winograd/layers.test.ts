/** Each of VGG16's convolutions alone, in its real size and with the shipped weights, against double precision. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerCodes } from '../weight-codec';
import { instantiateKernels, type Kernels, kernelModuleBytes } from './kernel-module';
import { loadConvolution, loadFirstLayer } from './load-weights';
import { type MemoryPlan, type PlannedConvolution, planMemory } from './memory-plan';
import { vgg16Shape } from './network-shape';
import { runConvolution } from './schedule';
import { createContext } from './steps';
import { SoloTeam } from './team';
import { convolveAt, type Picture, relativeError } from './testing/float64-reference';
import { randomFrom, shippedModel, VARIANTS } from './testing/networks';

const NETWORK = vgg16Shape(9);
const TOLERANCE = 1e-4;
const CHECKED_AT_RANDOM = 24;

let layers: LayerCodes[] = [];
beforeAll(async () => {
  ({ layers } = await shippedModel());
});

describe.each(VARIANTS)('with %s', (_, isRelaxed) => {
  const plan = planMemory(NETWORK, 1, 1);
  const memory = new WebAssembly.Memory({
    initial: Math.ceil(plan.totalBytes / 65536),
    maximum: 16384,
  });
  let kernels: Kernels;
  beforeAll(() => {
    const bytes = kernelModuleBytes({ isRelaxed, isShared: false });
    kernels = instantiateKernels(new WebAssembly.Module(bytes), memory);
  });

  // The first two run as one: the first layer's output is never whole in memory.
  it.each(
    plan.convolutions.slice(1).map((convolution, index) => [index + 2, convolution] as const),
  )(
    'layer %i is right at its corners, edges and inside',
    (index, convolution) => {
      const layer = layers[index];
      if (!layer || !convolution.source) throw new Error('all layers are loaded');
      const { side, inputs } = convolution.shape;
      // Half of the values are 0, as after ReLU.
      const random = randomFrom(index);
      const values = Float32Array.from({ length: side * side * inputs }, () =>
        Math.max(0, random() * 4 - 2),
      );
      new Uint8Array(memory.buffer).fill(255); // NaN wherever nobody writes
      loadConvolution(memory.buffer, kernels, plan, convolution, layer);
      placeInput(memory, convolution, values);
      runConvolution(createContext(kernels, plan, new SoloTeam()), convolution, 0);
      const picture: Picture = { side, channels: inputs, values: Float64Array.from(values) };
      expectPixels(memory, convolution, (y, x) => convolveAt(picture, layer, y, x), random);
    },
    60_000,
  );

  it('the first two layers are right at corners, edges and inside', () => {
    const [first, second] = layers;
    const [convolution] = plan.convolutions;
    if (!first || !second || !convolution) throw new Error('all layers are loaded');
    const { side } = convolution.shape;
    const random = randomFrom(0);
    const pixels = Float32Array.from({ length: side * side * 3 }, () => random() * 4 - 2);
    new Uint8Array(memory.buffer).fill(255);
    loadFirstLayer(memory.buffer, plan, first);
    loadConvolution(memory.buffer, kernels, plan, convolution, second);
    placePixels(memory, plan, pixels);
    runConvolution(createContext(kernels, plan, new SoloTeam()), convolution, 0);
    const picture: Picture = { side, channels: 3, values: Float64Array.from(pixels) };
    const around = (y: number, x: number): Picture => {
      const window = new Float64Array(9 * 64);
      for (let tap = 0; tap < 9; tap++) {
        const [row, column] = [y - 1 + Math.floor(tap / 3), x - 1 + (tap % 3)];
        if (row < 0 || row >= side || column < 0 || column >= side) continue;
        window.set(convolveAt(picture, first, row, column), tap * 64);
      }
      return { side: 3, channels: 64, values: window };
    };
    expectPixels(memory, convolution, (y, x) => convolveAt(around(y, x), second, 1, 1), random);
  }, 60_000);
});

function placePixels(
  memory: WebAssembly.Memory,
  { pixels: place }: MemoryPlan,
  pixels: Float32Array,
): void {
  const { side } = NETWORK;
  const padded = new Float32Array(memory.buffer, place.address, place.photoBytes / 4);
  padded.fill(0);
  for (let y = 0; y < side; y++) {
    padded.set(
      pixels.subarray(y * side * 3, (y + 1) * side * 3),
      ((y + 1) * place.rowBytes) / 4 + 3,
    );
  }
}

/** HWC values into blocks of 64 channels; everything around them, within what tiles read, is zero. */
function placeInput(
  memory: WebAssembly.Memory,
  { shape, source }: PlannedConvolution,
  values: Float32Array,
): void {
  if (!source) throw new Error('it has a source');
  const { side, inputs } = shape;
  for (let block = 0; block < inputs / 64; block++) {
    const corner = source.address + block * source.blockBytes - source.rowBytes - 256;
    new Uint8Array(memory.buffer, corner, source.blockBytes).fill(0);
    for (let pixel = 0; pixel < side * side; pixel++) {
      const [y, x] = [Math.floor(pixel / side), pixel % side];
      const channels = values.subarray(
        pixel * inputs + block * 64,
        pixel * inputs + block * 64 + 64,
      );
      const address = corner + (y + 1) * source.rowBytes + (x + 1) * 256;
      new Float32Array(memory.buffer, address, 64).set(channels);
    }
  }
}

/** Compares all channels at the corners, the middles of edges and some places inside. */
function expectPixels(
  memory: WebAssembly.Memory,
  { shape, target }: PlannedConvolution,
  convolvedAt: (y: number, x: number) => Float64Array,
  random: () => number,
): void {
  const side = shape.isPooled ? shape.side / 2 : shape.side;
  const [last, middle] = [side - 1, side >> 1];
  const fixed = [0, middle, last].flatMap((y) => [0, middle, last].map((x) => [y, x] as const));
  const inside = Array.from(
    { length: CHECKED_AT_RANDOM },
    () => [Math.floor(random() * side), Math.floor(random() * side)] as const,
  );
  const found: number[] = [];
  const expected: number[] = [];
  for (const [y, x] of [...fixed, ...inside]) {
    expected.push(...(shape.isPooled ? pooledAt(convolvedAt, y, x) : convolvedAt(y, x)));
    for (let block = 0; block < shape.outputs / 64; block++) {
      const address =
        target.address + block * target.blockBytes + y * target.rowBytes + x * target.pixelBytes;
      found.push(...new Float32Array(memory.buffer, address, 64));
    }
  }
  expect(relativeError(found, expected)).toBeLessThan(TOLERANCE);
}

function pooledAt(
  convolvedAt: (y: number, x: number) => Float64Array,
  y: number,
  x: number,
): Float64Array {
  const four = [0, 1, 2, 3].map((i) => convolvedAt(2 * y + (i >> 1), 2 * x + (i & 1)));
  return (four[0] ?? new Float64Array()).map((_, channel) =>
    Math.max(...four.map((values) => values[channel] ?? Number.NaN)),
  );
}
