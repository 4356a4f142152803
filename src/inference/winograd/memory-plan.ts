/** Where everything lies in the kernels' memory, for a number of threads and photos. Pure arithmetic. */
import {
  ALIASING_PAD_BYTES,
  BLOCK,
  BLOCK_BYTES,
  FLOAT_BYTES,
  PANELS,
  SCRATCH_BYTES,
  TAPS,
  WEIGHT_POSITION_BYTES,
} from './kernel-layout';
import {
  type ConvolutionShape,
  convolutionsOf,
  featureCount,
  type NetworkShape,
  paddedSide,
} from './network-shape';
import { FIRST_LAYER_PANEL_BYTES } from './product-kernel';
import { CONTROL_BYTES } from './team';
import { positionCount } from './transforms';

/** Tiles that take a turn together in blocks that take turns by tiles: rows are added up to about as many. */
const TILES_IN_A_TURN = 38;
/** Input tiles of one position that stay in a first-level cache of 32 KB beside the weights. */
const TILES_IN_A_SLICE = 98;
const DOUBLE_BYTES = 8;
const ALIGNMENT = 64;

/** Activations: blocks of 64 channels, each `[row][column][64]`. Addresses of photo 0's pixel (0, 0). */
export interface Place {
  address: number;
  /** To the next photo's; 0 where photos go one by one and reuse the place. */
  photoBytes: number;
  /** From 64 channels to the next 64. */
  blockBytes: number;
  rowBytes: number;
  pixelBytes: number;
  /** Rows below and pixels at the right that must be zero; then one above and left too. 0: none. */
  paddingBehind: number;
}

export interface WeightPlace {
  codes: number;
  scales: number;
  biases: number;
}

export interface PlannedConvolution {
  shape: ConvolutionShape;
  weights: WeightPlace;
  /** Undefined for the one whose input is made by the direct convolution, row by row. */
  source: Place | undefined;
  target: Place;
  /** Transformed weights (turns by tiles) or transformed input (turns by outputs), for all threads. */
  shared: number;
  /** Of thread 0; the next thread's lies `ownBytes` further. */
  own: { input: number; weights: number; sums: number; band: number };
  ownBytes: number;
  /** Rows of tiles in a turn, where turns go by tiles. */
  rowsInTurn: number;
  /** Tiles that the sums have room for; all photos' tiles where turns go by outputs. */
  tiles: number;
  tilesInSlice: number;
  /** From a position of input tiles or sums to the next, and from an input block to the next. */
  positionBytes: number;
  inputBlockBytes: number;
  photos: number;
}

export interface MemoryPlan {
  /** One for each thread. */
  scratch: number;
  /** Padded RGB of each photo. */
  pixels: { address: number; photoBytes: number; rowBytes: number };
  first: WeightPlace;
  convolutions: readonly PlannedConvolution[];
  head: WeightPlace;
  features: { address: number; count: number };
  headSums: number;
  /** Free for anybody between runs, and at least as large as the codes of the largest layer. */
  workspace: number;
  totalBytes: number;
}

/** The places of weights do not depend on the number of photos, so a larger batch only grows the memory. */
export function planMemory(network: NetworkShape, threads: number, photos: number): MemoryPlan {
  const region = new Region(CONTROL_BYTES);
  const shapes = convolutionsOf(network);
  const features = featureCount(network);
  const scratch = region.take(threads * SCRATCH_BYTES);
  const first: WeightPlace = {
    codes: region.take(PANELS * FIRST_LAYER_PANEL_BYTES),
    scales: region.take(BLOCK_BYTES),
    biases: region.take(BLOCK_BYTES),
  };
  const weights = shapes.map(({ inputs, outputs }) =>
    takeWeights(region, TAPS * inputs * outputs, outputs),
  );
  const head = takeWeights(region, features * network.outputs, network.outputs);
  const headSums = region.take(network.outputs * DOUBLE_BYTES);
  const rowBytes = (network.side + 2) * 3 * FLOAT_BYTES;
  const pixels = { rowBytes, photoBytes: (network.side + 2) * rowBytes, address: 0 };
  pixels.address = region.take(photos * pixels.photoBytes);
  const featuresAt = region.take(photos * features * FLOAT_BYTES);
  const places = placeActivations(region, shapes, photos, featuresAt);
  const workspace = region.end;
  region.reach(
    workspace + Math.max(...shapes.map(({ inputs, outputs }) => TAPS * inputs * outputs)),
  );
  const convolutions = shapes.map((shape, index) => {
    const work = new Region(workspace);
    const target = places[index];
    const weightPlace = weights[index];
    if (!target || !weightPlace) throw new Error('every convolution has been placed');
    const planned = planWork(work, shape, { threads, photos, isFirst: index === 0 });
    region.reach(work.end);
    return { shape, weights: weightPlace, source: places[index - 1], target, ...planned };
  });
  return {
    scratch,
    pixels,
    first,
    convolutions,
    head,
    features: { address: featuresAt, count: features },
    headSums,
    workspace,
    totalBytes: region.end,
  };
}

/** Buffers in turn: what a convolution reads, the next but one overwrites. */
function placeActivations(
  region: Region,
  shapes: readonly ConvolutionShape[],
  photos: number,
  features: number,
): Place[] {
  // One photo needs one pair of buffers. Of several, those that wait for the batch need their own.
  const buffers = [new Map<number, number>(), new Map<number, number>()];
  const wanted = shapes.slice(1).map((next, index) => {
    const side = paddedSide(next);
    const rowBytes = side * BLOCK_BYTES;
    const blockBytes = side * rowBytes;
    const bytes = (next.inputs / BLOCK) * blockBytes;
    const isKept = next.block.isBatched && photos > 1;
    const pair = buffers[isKept ? 1 : 0];
    const needed = isKept ? photos * bytes : bytes;
    pair?.set(index % 2, Math.max(pair.get(index % 2) ?? 0, needed));
    const paddingBehind = side - 1 - next.side;
    const photoBytes = isKept ? bytes : 0;
    return { pair, place: { photoBytes, blockBytes, rowBytes, paddingBehind } };
  });
  for (const pair of buffers) {
    for (const [index, bytes] of pair) pair.set(index, region.take(bytes));
  }
  const places = wanted.map(({ pair, place }, index) => ({
    ...place,
    pixelBytes: BLOCK_BYTES,
    address: (pair?.get(index % 2) ?? 0) + place.rowBytes + BLOCK_BYTES,
  }));
  return [...places, placeFeatures(shapes, features)];
}

/** The last pool writes the features as the dense layer reads them: row, column, all channels. */
function placeFeatures(shapes: readonly ConvolutionShape[], address: number): Place {
  const last = shapes.at(-1);
  if (!last) throw new RangeError('no convolutions');
  const pixelBytes = last.outputs * FLOAT_BYTES;
  const rowBytes = (last.side / 2) * pixelBytes;
  return {
    address,
    photoBytes: (last.side / 2) * rowBytes,
    blockBytes: BLOCK_BYTES,
    rowBytes,
    pixelBytes,
    paddingBehind: 0,
  };
}

function planWork(
  region: Region,
  shape: ConvolutionShape,
  { threads, photos, isFirst }: { threads: number; photos: number; isFirst: boolean },
) {
  const { block, tileSide, inputs, outputs } = shape;
  const positions = positionCount(block.transform);
  const inputBlocks = inputs / BLOCK;
  const isByTiles = block.turns === 'tiles';
  const together = block.isBatched ? photos : 1;
  const rowsInTurn = Math.min(tileSide, Math.max(1, Math.floor(TILES_IN_A_TURN / tileSide)));
  const tiles = isByTiles ? rowsInTurn * tileSide : together * tileSide * tileSide;
  const positionBytes = tiles * BLOCK_BYTES + ALIASING_PAD_BYTES;
  const inputBlockBytes = positions * positionBytes;
  const chunkBytes = positions * WEIGHT_POSITION_BYTES;
  const inputBytes = inputBlocks * inputBlockBytes;
  const shared = region.take(isByTiles ? inputBlocks * (outputs / BLOCK) * chunkBytes : inputBytes);
  const start = region.end;
  const own = {
    input: region.take(isByTiles ? inputBytes : 0),
    weights: region.take(isByTiles ? 0 : chunkBytes),
    sums: region.take(inputBlockBytes),
    band: region.take(isFirst ? block.transform.inputSide * paddedSide(shape) * BLOCK_BYTES : 0),
  };
  const ownBytes = region.end - start;
  region.take((threads - 1) * ownBytes);
  const tilesInSlice = Math.ceil(tiles / Math.ceil(tiles / TILES_IN_A_SLICE));
  return {
    shared,
    own,
    ownBytes,
    rowsInTurn,
    tiles,
    tilesInSlice,
    positionBytes,
    inputBlockBytes,
    photos: together,
  };
}

function takeWeights(region: Region, codes: number, outputs: number): WeightPlace {
  return {
    codes: region.take(codes),
    scales: region.take(outputs * FLOAT_BYTES),
    biases: region.take(outputs * FLOAT_BYTES),
  };
}

/** Hands out memory from `end` upwards, each piece on a cache line of its own. */
class Region {
  end: number;

  constructor(start: number) {
    this.end = start;
  }

  take(bytes: number): number {
    const address = this.end;
    this.end = Math.ceil((address + bytes) / ALIGNMENT) * ALIGNMENT;
    return address;
  }

  reach(end: number): void {
    this.end = Math.max(this.end, end);
  }
}
