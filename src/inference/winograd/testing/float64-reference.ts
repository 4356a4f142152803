/** The same network in double precision, as plainly as it can be written: what the engine's tests measure against. */
import type { LayerCodes } from '../../weight-codec';
import type { NetworkShape } from '../network-shape';

/** HWC. */
export interface Picture {
  side: number;
  channels: number;
  values: Float64Array;
}

export interface ReferenceOutput {
  features: Float64Array;
  logits: Float64Array;
}

/** The outputs of all channels at one pixel: 3 × 3 convolution on zero padding, bias, ReLU. */
export function convolveAt(
  picture: Picture,
  layer: LayerCodes,
  y: number,
  x: number,
): Float64Array {
  const { side, channels } = picture;
  const sums = new Float64Array(layer.scales.length);
  for (let tap = 0; tap < 9; tap++) {
    const row = y + Math.floor(tap / 3) - 1;
    const column = x + (tap % 3) - 1;
    if (row < 0 || row >= side || column < 0 || column >= side) continue;
    addPixel(sums, picture, (row * side + column) * channels, layer, tap * channels);
  }
  return sums.map((sum, output) =>
    Math.max(0, sum * (layer.scales[output] ?? 0) + (layer.biases[output] ?? 0)),
  );
}

function addPixel(
  sums: Float64Array,
  { channels, values }: Picture,
  firstValue: number,
  { codes }: LayerCodes,
  firstRow: number,
): void {
  const outputs = sums.length;
  for (let channel = 0; channel < channels; channel++) {
    const value = values[firstValue + channel] ?? 0;
    if (value === 0) continue; // saves half the time: ReLU makes many
    const row = (firstRow + channel) * outputs;
    for (let output = 0; output < outputs; output++) {
      sums[output] = (sums[output] ?? 0) + value * (codes[row + output] ?? 0);
    }
  }
}

export function convolve(picture: Picture, layer: LayerCodes): Picture {
  const { side } = picture;
  const channels = layer.scales.length;
  const values = new Float64Array(side * side * channels);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      values.set(convolveAt(picture, layer, y, x), (y * side + x) * channels);
    }
  }
  return { side, channels, values };
}

export function maxPool({ side, channels, values }: Picture): Picture {
  const half = side / 2;
  const at = (y: number, x: number, channel: number) =>
    values[(y * side + x) * channels + channel] ?? 0;
  const pooled = Float64Array.from({ length: half * half * channels }, (_, index) => {
    const channel = index % channels;
    const x = 2 * (Math.floor(index / channels) % half);
    const y = 2 * Math.floor(index / channels / half);
    return Math.max(
      at(y, x, channel),
      at(y, x + 1, channel),
      at(y + 1, x, channel),
      at(y + 1, x + 1, channel),
    );
  });
  return { side: half, channels, values: pooled };
}

export function dense(features: Float64Array, layer: LayerCodes): Float64Array {
  const outputs = layer.scales.length;
  return Float64Array.from({ length: outputs }, (_, output) => {
    const sum = features.reduce(
      (total, feature, index) => total + feature * (layer.codes[index * outputs + output] ?? 0),
      0,
    );
    return sum * (layer.scales[output] ?? 0) + (layer.biases[output] ?? 0);
  });
}

/** @param pixels normalised RGB, HWC */
export function runReference(
  { side, blocks }: NetworkShape,
  layers: readonly LayerCodes[],
  pixels: Float32Array,
): ReferenceOutput {
  let picture: Picture = { side, channels: 3, values: Float64Array.from(pixels) };
  let next = 0;
  for (const { channels } of blocks) {
    for (const layer of layers.slice(next, next + channels.length)) {
      picture = convolve(picture, layer);
    }
    next += channels.length;
    picture = maxPool(picture);
  }
  const head = layers[next];
  if (!head) throw new RangeError('no head');
  return { features: picture.values, logits: dense(picture.values, head) };
}

/** Largest distance of two lists, as a share of the largest expected value. NaN when a value is. */
export function relativeError(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [largest, distance] = [0, 0];
  for (let index = 0; index < expected.length; index++) {
    const wanted = expected[index] ?? Number.NaN;
    largest = Math.max(largest, Math.abs(wanted));
    distance = Math.max(distance, Math.abs((found[index] ?? Number.NaN) - wanted));
  }
  return distance === 0 ? 0 : distance / largest;
}
