/** The shape of the network as its layers tell it: blocks of convolutions, then a head. Pure. */
import type { LayerEntry } from './manifest';

/** Name and kernel of a layer; the kernel is HWIO for a convolution, `in, out` for the head. */
export type LayerShape = Pick<LayerEntry, 'name' | 'shape'>;

export interface NetworkBlock {
  convolutions: number;
  /** Of what leaves the block, after its 2 × 2 max pool. */
  side: number;
  channels: number;
}

/** Layers of one block share the digit in their name: `conv3_1`, `conv3_2`. */
const CONVOLUTION = /^conv(\d+)_/;

/** @param inputSide pixels of a side of the square that goes in */
export function blocksOf(layers: readonly LayerShape[], inputSide: number): NetworkBlock[] {
  const blocks = new Map<string, NetworkBlock>();
  for (const { name, shape } of layers) {
    const digit = CONVOLUTION.exec(name)?.[1];
    if (digit === undefined) continue;
    const block = blocks.get(digit) ?? {
      convolutions: 0,
      side: inputSide / 2 ** (blocks.size + 1),
      channels: 0,
    };
    blocks.set(digit, {
      ...block,
      convolutions: block.convolutions + 1,
      channels: shape.at(-1) ?? 0,
    });
  }
  return [...blocks.values()];
}

/** Weights, and a bias for each output. */
export function parameterCount(layers: readonly LayerShape[]): number {
  return layers.reduce(
    (sum, { shape }) =>
      sum + shape.reduce((product, side) => product * side, 1) + (shape.at(-1) ?? 0),
    0,
  );
}
