/** The matrix products, where nearly all time goes: transformed tiles × transformed weights, and the first layer. */
import {
  BLOCK,
  BLOCK_BYTES,
  FLOAT_BYTES,
  MAX_TILES_AT_ONCE,
  PANEL_BYTES,
  PANELS,
  VECTOR_BYTES,
  WEIGHT_PANEL_BYTES,
  WEIGHT_POSITION_BYTES,
} from './kernel-layout';
import { multiplyAdd } from './linear-code';
import {
  advance,
  type Code,
  type FunctionBuilder,
  f32,
  f32x4,
  fillZero,
  i32,
  type Local,
  type ModuleBuilder,
  repeat,
  v128,
  when,
} from './wasm-assembler';

/** Input channels in one turn of the inner loop; all their loads have immediate offsets. */
const UNROLLED = 8;
/** Values of a 3 × 3 × 3 filter in one row of pixels. */
const FIRST_LAYER_ROW_TAPS = 9;
const FIRST_LAYER_ROWS = 3;
export const FIRST_LAYER_PANEL_BYTES = FIRST_LAYER_ROWS * FIRST_LAYER_ROW_TAPS * PANEL_BYTES;
const RGB_BYTES = 3 * FLOAT_BYTES;

interface Shape {
  /** Tiles or pixels whose sums are in registers. */
  tiles: number;
  /** Bytes between the inputs of two tiles. */
  tileStride: number;
  /** Inputs of a tile that are multiplied in one turn. */
  taps: number;
  isRelaxed: boolean;
}

/**
 * `product(tiles, tilesStride, weights, sums, sumsStride, positions, tileCount, isAdding)`: for each
 * position, `sums[tile][64] (+)= tiles[tile][64] × weights[64][64]`. Strides are bytes between positions.
 */
export function addProduct(module: ModuleBuilder, isRelaxed: boolean): void {
  const runs = sizes().map((tiles) =>
    module.function(5, (fn, input, weights, sums, groups, isAdding) => {
      const shape: Shape = { tiles, tileStride: BLOCK_BYTES, taps: UNROLLED, isRelaxed };
      const registers = new Registers(fn, shape);
      const x = fn.local('i32');
      const w = fn.local('i32');
      const turns = fn.local('i32');
      fn.body(
        repeat(groups, [
          when(isAdding.get, registers.load(sums), registers.clear()),
          x.set(input.get),
          w.set(weights.get),
          turns.set(i32.const(BLOCK / UNROLLED)),
          repeat(turns, [
            registers.multiply(x, w),
            advance(x, UNROLLED * FLOAT_BYTES),
            advance(w, UNROLLED * PANEL_BYTES),
          ]),
          registers.store(sums),
          advance(input, tiles * BLOCK_BYTES),
          advance(sums, tiles * BLOCK_BYTES),
        ]),
      );
    }),
  );

  module.function(
    8,
    (fn, input, inputStride, weights, sums, sumsStride, positions, tileCount, isAdding) => {
      const split = new EvenSplit(fn, tileCount);
      const panels = fn.local('i32');
      const runSized = (size: Code, offset: Code, groups: Code) =>
        choose(size, runs, [
          i32.add(input.get, offset),
          weights.get,
          i32.add(sums.get, offset),
          groups,
          isAdding.get,
        ]);
      fn.body(
        split.prologue(),
        repeat(positions, [
          panels.set(i32.const(PANELS)),
          repeat(panels, [
            split.each(BLOCK_BYTES, runSized),
            advance(weights, WEIGHT_PANEL_BYTES),
            advance(sums, PANEL_BYTES),
          ]),
          advance(weights, WEIGHT_POSITION_BYTES - PANELS * WEIGHT_PANEL_BYTES),
          advance(sums, i32.sub(sumsStride.get, i32.const(BLOCK_BYTES))),
          advance(input, inputStride.get),
        ]),
      );
    },
    'product',
  );
}

/**
 * `firstLayer(pixels, rowBytes, weights, scales, biases, target, pixelCount)`: a row of 3 × 3 × 3
 * convolution with 64 outputs, `max(0, sum × scale + bias)`, into `target[pixel][64]`. `pixels` is
 * the upper left of the first window in a padded RGB picture.
 */
export function addFirstLayer(module: ModuleBuilder, isRelaxed: boolean): void {
  const madd = multiplyAdd(isRelaxed);
  const runs = sizes().map((tiles) =>
    module.function(7, (fn, pixels, rowBytes, weights, scales, biases, target, groups) => {
      const shape: Shape = {
        tiles,
        tileStride: RGB_BYTES,
        taps: FIRST_LAYER_ROW_TAPS,
        isRelaxed,
      };
      const registers = new Registers(fn, shape);
      const x = fn.local('i32');
      const w = fn.local('i32');
      const rows = fn.local('i32');
      const zero = fn.local('v128');
      const activate = (sum: Code, half: number) => {
        const offset = half * VECTOR_BYTES;
        const scaled = madd(sum, v128.load(scales.get, offset), v128.load(biases.get, offset));
        return f32x4.pmax(scaled, zero.get);
      };
      fn.body(
        zero.set(f32x4.splat(f32.const(0))),
        repeat(groups, [
          registers.clear(),
          x.set(pixels.get),
          w.set(weights.get),
          rows.set(i32.const(FIRST_LAYER_ROWS)),
          repeat(rows, [
            registers.multiply(x, w),
            advance(x, rowBytes.get),
            advance(w, FIRST_LAYER_ROW_TAPS * PANEL_BYTES),
          ]),
          registers.store(target, activate),
          advance(pixels, tiles * RGB_BYTES),
          advance(target, tiles * BLOCK_BYTES),
        ]),
      );
    }),
  );

  module.function(
    7,
    (fn, pixels, rowBytes, weights, scales, biases, target, pixelCount) => {
      const split = new EvenSplit(fn, pixelCount);
      const panels = fn.local('i32');
      const runSized = (size: Code, offset: Code, groups: Code, first: Code) =>
        choose(size, runs, [
          i32.add(pixels.get, i32.mul(first, i32.const(RGB_BYTES))),
          rowBytes.get,
          weights.get,
          scales.get,
          biases.get,
          i32.add(target.get, offset),
          groups,
        ]);
      fn.body(
        split.prologue(),
        panels.set(i32.const(PANELS)),
        repeat(panels, [
          split.each(BLOCK_BYTES, runSized),
          advance(weights, FIRST_LAYER_PANEL_BYTES),
          advance(scales, PANEL_BYTES),
          advance(biases, PANEL_BYTES),
          advance(target, PANEL_BYTES),
        ]),
      );
    },
    'firstLayer',
  );
}

/** `zero(address, bytes)`. */
export function addZero(module: ModuleBuilder): void {
  module.function(2, (fn, address, bytes) => fn.body(fillZero(address.get, bytes.get)), 'zero');
}

/** The sums of some tiles × 8 outputs, two weight vectors and one input: what fits V8's 15 registers. */
class Registers {
  readonly #shape: Shape;
  readonly #sums: readonly (readonly [Local, Local])[];
  readonly #low: Local;
  readonly #high: Local;
  readonly #input: Local;

  constructor(fn: FunctionBuilder, shape: Shape) {
    this.#shape = shape;
    this.#sums = Array.from({ length: shape.tiles }, () => [fn.local('v128'), fn.local('v128')]);
    this.#low = fn.local('v128');
    this.#high = fn.local('v128');
    this.#input = fn.local('v128');
  }

  clear(): Code {
    const zero = f32x4.splat(f32.const(0));
    return this.#sums.map(([low, high]) => [low.set(zero), high.set(zero)]);
  }

  load(address: Local): Code {
    return this.#each((sum, offset) => sum.set(v128.load(address.get, offset)));
  }

  store(address: Local, finish: (sum: Code, half: number) => Code = (sum) => sum): Code {
    return this.#each((sum, offset, half) =>
      v128.store(address.get, finish(sum.get, half), offset),
    );
  }

  multiply(x: Local, w: Local): Code {
    const madd = multiplyAdd(this.#shape.isRelaxed);
    const { taps, tileStride } = this.#shape;
    return Array.from({ length: taps }, (_, tap) => [
      this.#low.set(v128.load(w.get, tap * PANEL_BYTES)),
      this.#high.set(v128.load(w.get, tap * PANEL_BYTES + VECTOR_BYTES)),
      this.#sums.map(([low, high], tile) => [
        this.#input.set(v128.load32Splat(x.get, tile * tileStride + tap * FLOAT_BYTES)),
        low.set(madd(this.#input.get, this.#low.get, low.get)),
        high.set(madd(this.#input.get, this.#high.get, high.get)),
      ]),
    ]);
  }

  #each(use: (sum: Local, offset: number, half: number) => Code): Code {
    return this.#sums.map(([low, high], tile) => [
      use(low, tile * BLOCK_BYTES, 0),
      use(high, tile * BLOCK_BYTES + VECTOR_BYTES, 1),
    ]);
  }
}

/**
 * Cuts `count` tiles into groups of at most 6 that differ by at most one: 16 tiles are 6 + 5 + 5,
 * which keeps the multipliers busier than 6 + 6 + 4 would, and much busier than 49 = 8 × 6 + 1.
 */
class EvenSplit {
  readonly #count: Local;
  readonly #groups: Local;
  readonly #size: Local;
  readonly #larger: Local;

  constructor(fn: FunctionBuilder, count: Local) {
    this.#count = count;
    this.#groups = fn.local('i32');
    this.#size = fn.local('i32');
    this.#larger = fn.local('i32');
  }

  prologue(): Code {
    const roundedUp = i32.add(this.#count.get, i32.const(MAX_TILES_AT_ONCE - 1));
    return [
      this.#groups.set(i32.divU(roundedUp, i32.const(MAX_TILES_AT_ONCE))),
      this.#size.set(i32.divU(this.#count.get, this.#groups.get)),
      this.#larger.set(i32.sub(this.#count.get, i32.mul(this.#size.get, this.#groups.get))),
    ];
  }

  /** The larger groups first. `use` gets their size, the bytes and tiles before them, their number. */
  each(stride: number, use: (size: Code, offset: Code, groups: Code, first: Code) => Code): Code {
    const largerSize = i32.add(this.#size.get, i32.const(1));
    const first = i32.mul(this.#larger.get, largerSize);
    const offset = i32.mul(first, i32.const(stride));
    const smaller = i32.sub(this.#groups.get, this.#larger.get);
    return [
      when(this.#larger.get, use(largerSize, i32.const(0), this.#larger.get, i32.const(0))),
      use(this.#size.get, offset, smaller, first),
    ];
  }
}

/** Calls the function made for `size` tiles; `functions[0]` is for one. */
function choose(size: Code, functions: readonly FunctionBuilder[], parameters: Code[]): Code {
  return functions.reduceRight<Code>(
    (otherwise, fn, index) =>
      when(i32.eq(size, i32.const(index + 1)), fn.call(...parameters), otherwise),
    [],
  );
}

function sizes(): number[] {
  return Array.from({ length: MAX_TILES_AT_ONCE }, (_, index) => index + 1);
}
