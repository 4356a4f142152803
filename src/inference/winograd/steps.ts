/** The steps of a convolution: each works out addresses and calls one kernel. Not who does which step. */
import {
  BLOCK,
  BLOCK_BYTES,
  CODE_CHUNK_BYTES,
  SCRATCH_BYTES,
  WEIGHT_POSITION_BYTES,
} from './kernel-layout';
import type { Kernels } from './kernel-module';
import type { MemoryPlan, Place, PlannedConvolution } from './memory-plan';
import { type ConvolutionShape, paddedSide } from './network-shape';
import type { Team } from './team';
import { positionCount } from './transforms';

/** A thread at work on a plan. */
export interface Context {
  kernels: Kernels;
  plan: MemoryPlan;
  team: Team;
  /** This thread's, for one tile. */
  scratch: number;
}

export function createContext(kernels: Kernels, plan: MemoryPlan, team: Team): Context {
  return { kernels, plan, team, scratch: plan.scratch + team.index * SCRATCH_BYTES };
}

export function blocksOf({ shape }: PlannedConvolution) {
  const inputBlocks = shape.inputs / BLOCK;
  const outputBlocks = shape.outputs / BLOCK;
  const chunkBytes = positionCount(shape.block.transform) * WEIGHT_POSITION_BYTES;
  return { inputBlocks, outputBlocks, chunks: inputBlocks * outputBlocks, chunkBytes };
}

/** Where this thread, and no other, may write. */
export function ownPlaces({ team }: Context, { own, ownBytes }: PlannedConvolution) {
  const offset = team.index * ownBytes;
  return {
    input: own.input + offset,
    weights: own.weights + offset,
    sums: own.sums + offset,
    band: own.band + offset,
  };
}

/** @param chunk `outputBlock × inputBlocks + inputBlock` */
export function transformChunk(
  { kernels }: Context,
  { shape, weights }: PlannedConvolution,
  chunk: number,
  target: number,
): void {
  const is4 = shape.block.transform.outputSide === 4;
  const transform = is4 ? kernels.weights4 : kernels.weights6;
  transform(weights.codes + chunk * CODE_CHUNK_BYTES, target);
}

/** Where a row of input tiles begins: one pixel above and left of its first output. */
export function tileAddress(
  { shape }: PlannedConvolution,
  place: Place,
  photo: number,
  block: number,
  row: number,
): number {
  const firstRow = (row * shape.block.transform.outputSide - 1) * place.rowBytes;
  return placeOf(place, photo, block) + firstRow - place.pixelBytes;
}

function placeOf({ address, photoBytes, blockBytes }: Place, photo: number, block: number): number {
  return address + photo * photoBytes + block * blockBytes;
}

/**
 * The first layer's outputs that a row of tiles reads, zeros around them; all of them at once would
 * take 13 MB. Returns the address of the first.
 */
export function makeBand(
  context: Context,
  convolution: PlannedConvolution,
  photo: number,
  tileRow: number,
): number {
  const { kernels, plan } = context;
  const { shape } = convolution;
  const { band } = ownPlaces(context, convolution);
  const { inputSide, outputSide } = shape.block.transform;
  const { pixels, first } = plan;
  const rowBytes = paddedSide(shape) * BLOCK_BYTES;
  const behind = (shape.side + 1) * BLOCK_BYTES;
  for (let row = 0; row < inputSide; row++) {
    const y = tileRow * outputSide - 1 + row;
    const target = band + row * rowBytes;
    if (y < 0 || y >= shape.side) {
      kernels.zero(target, rowBytes);
      continue;
    }
    kernels.zero(target, BLOCK_BYTES);
    kernels.zero(target + behind, rowBytes - behind);
    const source = pixels.address + photo * pixels.photoBytes + y * pixels.rowBytes;
    kernels.firstLayer(
      source,
      pixels.rowBytes,
      first.codes,
      first.scales,
      first.biases,
      target + BLOCK_BYTES,
      shape.side,
    );
  }
  return band;
}

export function transformInput(
  { kernels, scratch }: Context,
  convolution: PlannedConvolution,
  source: number,
  target: number,
): void {
  const { shape, positionBytes } = convolution;
  const rowBytes = convolution.source?.rowBytes ?? paddedSide(shape) * BLOCK_BYTES;
  const transform = shape.block.transform.outputSide === 4 ? kernels.input4 : kernels.input6;
  transform(source, rowBytes, target, positionBytes, shape.tileSide, scratch);
}

interface Product {
  from: number;
  weights: number;
  sums: number;
  tiles: number;
  /** Input block: sums begin with the first. */
  block: number;
}

export function multiply(
  kernels: Kernels,
  { shape, positionBytes }: PlannedConvolution,
  { from, weights, sums, tiles, block }: Product,
): void {
  const positions = positionCount(shape.block.transform);
  const isAdding = block > 0 ? 1 : 0;
  kernels.product(from, positionBytes, weights, sums, positionBytes, positions, tiles, isAdding);
}

export function transformOutput(
  { kernels, scratch }: Context,
  { shape, weights, target, positionBytes }: PlannedConvolution,
  sums: number,
  { photo, outputBlock, row }: { photo: number; outputBlock: number; row: number },
): void {
  const { outputSide } = shape.block.transform;
  const targetRow = (row * outputSide) / (shape.isPooled ? 2 : 1);
  const channels = outputBlock * BLOCK_BYTES;
  outputKernel(kernels, shape)(
    sums,
    positionBytes,
    placeOf(target, photo, outputBlock) + targetRow * target.rowBytes,
    target.rowBytes,
    target.pixelBytes,
    shape.tileSide,
    Math.min(outputSide, shape.side - row * outputSide),
    shape.side - (shape.tileSide - 1) * outputSide,
    weights.scales + channels,
    weights.biases + channels,
    scratch,
  );
}

function outputKernel(kernels: Kernels, { block, isPooled }: ConvolutionShape) {
  if (block.transform.outputSide === 4) return isPooled ? kernels.output4Pooled : kernels.output4;
  return isPooled ? kernels.output6Pooled : kernels.output6;
}

/** Buffers are used by layers of different sizes, so the zeros around one are written each time. */
export function clearPadding(
  kernels: Kernels,
  { shape, target }: PlannedConvolution,
  photo: number,
  block: number,
): void {
  const { paddingBehind, rowBytes, pixelBytes } = target;
  if (paddingBehind === 0) return;
  const side = shape.isPooled ? shape.side / 2 : shape.side;
  const corner = placeOf(target, photo, block) - rowBytes - pixelBytes;
  kernels.zero(corner, rowBytes + pixelBytes);
  for (let row = 1; row <= side; row++) {
    // To the end of this row and over the first pixel of the next.
    const behind = corner + row * rowBytes + (side + 1) * pixelBytes;
    kernels.zero(behind, (paddingBehind + 1) * pixelBytes);
  }
  kernels.zero(corner + (side + 1) * rowBytes, paddingBehind * rowBytes);
}
