/** The order of the kernels' calls for some photos. Every thread of a team runs it, and takes its turns. */
import { BLOCK_BYTES } from './kernel-layout';
import type { Kernels } from './kernel-module';
import type { MemoryPlan, PlannedConvolution } from './memory-plan';
import {
  blocksOf,
  type Context,
  clearPadding,
  createContext,
  makeBand,
  multiply,
  ownPlaces,
  tileAddress,
  transformChunk,
  transformInput,
  transformOutput,
} from './steps';
import type { Team } from './team';

/** From the padded pixels to the features of all photos of the plan. */
export function runSchedule(kernels: Kernels, plan: MemoryPlan, team: Team, photos: number): void {
  const context = createContext(kernels, plan, team);
  const firstBatched = plan.convolutions.findIndex(({ shape }) => shape.block.isBatched);
  const end = firstBatched === -1 ? plan.convolutions.length : firstBatched;
  for (let photo = 0; photo < photos; photo++) {
    for (const convolution of plan.convolutions.slice(0, end)) {
      runConvolution(context, convolution, photo);
    }
  }
  for (const convolution of plan.convolutions.slice(end)) runConvolution(context, convolution, 0);
}

/** @param photo the one to run, or the first of a batch */
export function runConvolution(
  context: Context,
  convolution: PlannedConvolution,
  photo: number,
): void {
  const { team } = context;
  if (convolution.shape.block.turns === 'tiles') {
    keepWeights(context, convolution, photo);
    team.wait();
    convolveByTiles(context, convolution, photo);
  } else {
    keepInput(context, convolution, photo);
    team.wait();
    convolveByOutputs(context, convolution, photo);
  }
  team.wait();
}

/** All weights of the layer, transformed, for all threads. */
function keepWeights(context: Context, convolution: PlannedConvolution, photo: number): void {
  const { outputBlocks, chunks, chunkBytes } = blocksOf(convolution);
  for (const turn of context.team.turns(chunks + outputBlocks)) {
    if (turn < chunks) {
      transformChunk(context, convolution, turn, convolution.shared + turn * chunkBytes);
    } else {
      clearPadding(context.kernels, convolution, photo, turn - chunks);
    }
  }
}

function convolveByTiles(context: Context, convolution: PlannedConvolution, photo: number): void {
  const { kernels, team } = context;
  const { shape, rowsInTurn, inputBlockBytes, shared } = convolution;
  const { inputBlocks, outputBlocks, chunkBytes } = blocksOf(convolution);
  const { tileSide } = shape;
  const rowBytes = tileSide * BLOCK_BYTES;
  const { input, sums } = ownPlaces(context, convolution);
  for (const turn of team.turns(Math.ceil(tileSide / rowsInTurn))) {
    const firstRow = turn * rowsInTurn;
    const rows = Math.min(rowsInTurn, tileSide - firstRow);
    for (let block = 0; block < inputBlocks; block++) {
      for (let row = 0; row < rows; row++) {
        const source = convolution.source
          ? tileAddress(convolution, convolution.source, photo, block, firstRow + row)
          : makeBand(context, convolution, photo, firstRow + row);
        const target = input + block * inputBlockBytes + row * rowBytes;
        transformInput(context, convolution, source, target);
      }
    }
    for (let outputBlock = 0; outputBlock < outputBlocks; outputBlock++) {
      for (let block = 0; block < inputBlocks; block++) {
        const weights = shared + (outputBlock * inputBlocks + block) * chunkBytes;
        const from = input + block * inputBlockBytes;
        multiply(kernels, convolution, { from, weights, sums, tiles: rows * tileSide, block });
      }
      for (let row = 0; row < rows; row++) {
        const at = { photo, outputBlock, row: firstRow + row };
        transformOutput(context, convolution, sums + row * rowBytes, at);
      }
    }
  }
}

/** All input tiles of all photos, transformed, for all threads. */
function keepInput(context: Context, convolution: PlannedConvolution, firstPhoto: number): void {
  const { shape, shared, photos, source, inputBlockBytes } = convolution;
  if (!source) throw new Error('the first convolutions take turns by tiles');
  const { inputBlocks, outputBlocks } = blocksOf(convolution);
  const { tileSide } = shape;
  const inputTurns = photos * inputBlocks * tileSide;
  for (const turn of context.team.turns(inputTurns + photos * outputBlocks)) {
    if (turn >= inputTurns) {
      const rest = turn - inputTurns;
      const photo = firstPhoto + Math.floor(rest / outputBlocks);
      clearPadding(context.kernels, convolution, photo, rest % outputBlocks);
      continue;
    }
    const row = turn % tileSide;
    const block = Math.floor(turn / tileSide) % inputBlocks;
    const photo = Math.floor(turn / (tileSide * inputBlocks));
    const tile = (photo * tileSide + row) * tileSide;
    const target = shared + block * inputBlockBytes + tile * BLOCK_BYTES;
    const from = tileAddress(convolution, source, firstPhoto + photo, block, row);
    transformInput(context, convolution, from, target);
  }
}

function convolveByOutputs(
  context: Context,
  convolution: PlannedConvolution,
  firstPhoto: number,
): void {
  const { kernels, team } = context;
  const { shape, shared, photos, inputBlockBytes, tiles, tilesInSlice } = convolution;
  const { inputBlocks, outputBlocks } = blocksOf(convolution);
  const { weights, sums } = ownPlaces(context, convolution);
  for (const outputBlock of team.turns(outputBlocks)) {
    for (let block = 0; block < inputBlocks; block++) {
      transformChunk(context, convolution, outputBlock * inputBlocks + block, weights);
      for (let tile = 0; tile < tiles; tile += tilesInSlice) {
        multiply(kernels, convolution, {
          from: shared + block * inputBlockBytes + tile * BLOCK_BYTES,
          weights,
          sums: sums + tile * BLOCK_BYTES,
          tiles: Math.min(tilesInSlice, tiles - tile),
          block,
        });
      }
    }
    for (let line = 0; line < photos * shape.tileSide; line++) {
      const photo = firstPhoto + Math.floor(line / shape.tileSide);
      const at = { photo, outputBlock, row: line % shape.tileSide };
      transformOutput(context, convolution, sums + line * shape.tileSide * BLOCK_BYTES, at);
    }
  }
}
