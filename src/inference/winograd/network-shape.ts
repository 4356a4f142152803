/** What network the engine runs: VGG-like blocks of 3 × 3 convolutions, each closed by a pool, then one dense layer. */
import { BLOCK } from './kernel-layout';
import { F4, F6, type Transform } from './transforms';

export interface BlockShape {
  /** Output channels of each convolution; multiples of 64. */
  channels: readonly number[];
  transform: Transform;
  /**
   * Who shares what. `tiles`: the transformed weights of a layer are kept and each turn takes some
   * rows of tiles; for large pictures with few channels. `outputs`: the transformed picture is
   * kept and each turn takes 64 output channels; for small pictures with many channels.
   */
  turns: 'tiles' | 'outputs';
  /** Photos of a batch go through the block together, so that they share one weight transform. */
  isBatched: boolean;
}

export interface NetworkShape {
  /** Side of the square RGB picture; each block's side is even. */
  side: number;
  /** The first block begins with the direct convolution from 3 to 64 channels, and takes turns by tiles. */
  blocks: readonly BlockShape[];
  /** Of the dense layer. */
  outputs: number;
}

/** Configuration D of https://arxiv.org/abs/1409.1556. What the transforms are: docs/winograd.md. */
export function vgg16Shape(outputs: number): NetworkShape {
  const early = { transform: F6, turns: 'tiles', isBatched: false } as const;
  const late = { transform: F4, turns: 'outputs', isBatched: true } as const;
  return {
    side: 224,
    blocks: [
      { ...early, channels: [64, 64] },
      { ...early, channels: [128, 128] },
      { ...late, channels: [256, 256, 256], isBatched: false },
      { ...late, channels: [512, 512, 512] },
      { ...late, channels: [512, 512, 512] },
    ],
    outputs,
  };
}

/** A convolution that goes through Winograd: all but the first. */
export interface ConvolutionShape {
  inputs: number;
  outputs: number;
  /** Of its input and of its output before the pool. */
  side: number;
  isPooled: boolean;
  block: BlockShape;
  /** Tiles in a row, and rows of tiles. */
  tileSide: number;
}

/** Throws a RangeError for a network that the engine cannot run. */
export function convolutionsOf({ side, blocks }: NetworkShape): ConvolutionShape[] {
  if (blocks[0]?.channels[0] !== BLOCK || blocks[0].turns !== 'tiles') {
    throw new RangeError('the first convolution must have 64 outputs and take turns by tiles');
  }
  let inputs = 3;
  let blockSide = side;
  const convolutions: ConvolutionShape[] = [];
  for (const block of blocks) {
    if (blockSide < 2 || blockSide % 2 !== 0) throw new RangeError(`a block of side ${blockSide}`);
    for (const [index, outputs] of block.channels.entries()) {
      if (outputs % BLOCK !== 0) throw new RangeError(`${outputs} channels`);
      const isPooled = index === block.channels.length - 1;
      const tileSide = Math.ceil(blockSide / block.transform.outputSide);
      convolutions.push({ inputs, outputs, side: blockSide, isPooled, block, tileSide });
      inputs = outputs;
    }
    blockSide /= 2;
  }
  return convolutions.slice(1);
}

/** Side of a convolution's padded input: one pixel before, and what its last tile reads behind. */
export function paddedSide({ tileSide, block }: ConvolutionShape): number {
  return tileSide * block.transform.outputSide + 2;
}

/** Length of the dense layer's input. */
export function featureCount({ side, blocks }: NetworkShape): number {
  const lastSide = side / 2 ** blocks.length;
  return lastSide * lastSide * (blocks.at(-1)?.channels.at(-1) ?? 0);
}
