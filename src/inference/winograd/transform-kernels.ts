/** The Winograd transforms of activations as kernels: of input tiles, and of sums into outputs. */
import { BLOCK_BYTES, VECTOR_BYTES } from './kernel-layout';
import { LinearCode, multiplyAdd } from './linear-code';
import { positionCount, type Transform } from './transforms';
import {
  advance,
  type Code,
  f32,
  f32x4,
  i32,
  type Local,
  type ModuleBuilder,
  repeat,
  v128,
  when,
} from './wasm-assembler';

const VECTORS_PER_BLOCK = BLOCK_BYTES / VECTOR_BYTES;

/**
 * `input4/6(source, rowBytes, target, positionBytes, tiles, scratch)`: a run of tiles of one row and
 * channel block, from padded activations `[row][column][64]` to `target[position][tile][64]`.
 */
export function addInputTransform(
  module: ModuleBuilder,
  transform: Transform,
  isRelaxed: boolean,
): void {
  const { input, inputSide, outputSide } = transform;
  const rowOfScratch = inputSide * VECTOR_BYTES;
  module.function(
    6,
    (fn, source, rowBytes, target, positionBytes, tiles, scratch) => {
      const linear = new LinearCode(fn, multiplyAdd(isRelaxed));
      const values = fn.locals('v128', inputSide);
      const vectors = fn.local('i32');
      const lines = fn.local('i32');
      const from = fn.local('i32');
      const to = fn.local('i32');
      const out = fn.local('i32');
      const gets = values.map((value) => value.get);
      const alongRows = [
        from.set(source.get),
        to.set(scratch.get),
        lines.set(i32.const(inputSide)),
        repeat(lines, [
          values.map((value, x) => value.set(v128.load(from.get, x * BLOCK_BYTES))),
          linear.multiply(input, gets, (x, value) => v128.store(to.get, value, x * VECTOR_BYTES)),
          advance(from, rowBytes.get),
          advance(to, rowOfScratch),
        ]),
      ];
      const rowStep = fn.local('i32');
      const column = fn.local('i32');
      const results = fn.locals('v128', inputSide);
      const alongColumns = [
        from.set(scratch.get),
        column.set(target.get),
        lines.set(i32.const(inputSide)),
        repeat(lines, [
          values.map((value, y) => value.set(v128.load(from.get, y * rowOfScratch))),
          linear.multiply(input, gets, (y, value) => results[y]?.set(value) ?? []),
          out.set(column.get),
          results.map((result) => [v128.store(out.get, result.get), advance(out, rowStep.get)]),
          advance(from, VECTOR_BYTES),
          advance(column, positionBytes.get),
        ]),
      ];
      fn.body(
        linear.prologue(),
        rowStep.set(i32.mul(positionBytes.get, i32.const(inputSide))),
        repeat(tiles, [
          vectors.set(i32.const(VECTORS_PER_BLOCK)),
          repeat(vectors, [
            alongRows,
            alongColumns,
            advance(source, VECTOR_BYTES),
            advance(target, VECTOR_BYTES),
          ]),
          advance(source, (outputSide - 1) * BLOCK_BYTES),
        ]),
      );
    },
    `input${outputSide}`,
  );
}

/**
 * `output4/6(sums, positionBytes, target, rowBytes, pixelBytes, tiles, rows, lastColumns, scales,
 * biases, scratch)`: a run of tiles of one row, `max(0, value × scale + bias)` for each output, the
 * first `rows` rows of each tile and `lastColumns` columns of the last one. The name ending in `Pooled`
 * writes the largest of each 2 × 2 outputs instead; rows and columns are then even.
 */
export function addOutputTransform(
  module: ModuleBuilder,
  transform: Transform,
  isRelaxed: boolean,
  isPooled: boolean,
): void {
  const { output, inputSide, outputSide } = transform;
  const madd = multiplyAdd(isRelaxed);
  const rowOfScratch = inputSide * VECTOR_BYTES;
  const activatedOffset = positionCount(transform) * VECTOR_BYTES;
  const step = isPooled ? 2 : 1;
  module.function(
    11,
    (
      fn,
      sums,
      positionBytes,
      target,
      rowBytes,
      pixelBytes,
      tiles,
      rows,
      lastColumns,
      scales,
      biases,
      scratch,
    ) => {
      const linear = new LinearCode(fn, madd);
      const values = fn.locals('v128', inputSide);
      const [vectors, lines, from, to] = fn.locals('i32', 4) as [Local, Local, Local, Local]; // four were asked for
      const [line, pixel, rowStep, columns] = fn.locals('i32', 4) as [Local, Local, Local, Local]; // as above
      const scale = fn.local('v128');
      const bias = fn.local('v128');
      const zero = fn.local('v128');
      const channel = fn.local('i32');
      const alongColumns = [
        line.set(sums.get),
        to.set(scratch.get),
        lines.set(i32.const(inputSide)),
        repeat(lines, [
          from.set(line.get),
          values.map((value) => [value.set(v128.load(from.get)), advance(from, rowStep.get)]),
          linear.multiplyOutput(output, values, (y, value) =>
            v128.store(to.get, value, y * rowOfScratch),
          ),
          advance(line, positionBytes.get),
          advance(to, VECTOR_BYTES),
        ]),
      ];
      const activate = (value: Code) => f32x4.pmax(madd(value, scale.get, bias.get), zero.get);
      const writePixel = (x: number, value: Code) => [
        when(i32.gtU(columns.get, i32.const(x * step)), [v128.store(pixel.get, value)]),
        advance(pixel, pixelBytes.get),
      ];
      const direct = [
        from.set(scratch.get),
        line.set(target.get),
        lines.set(rows.get),
        repeat(lines, [
          values.map((value, x) => value.set(v128.load(from.get, x * VECTOR_BYTES))),
          pixel.set(line.get),
          linear.multiplyOutput(output, values, (x, value) => writePixel(x, activate(value))),
          advance(from, rowOfScratch),
          advance(line, rowBytes.get),
        ]),
      ];
      const activatedRow = outputSide * VECTOR_BYTES;
      const largest = (x: number) => {
        const at = (y: number, dx: number) =>
          v128.load(from.get, y * activatedRow + (2 * x + dx) * VECTOR_BYTES);
        return f32x4.pmax(f32x4.pmax(at(0, 0), at(0, 1)), f32x4.pmax(at(1, 0), at(1, 1)));
      };
      const pooled = [
        from.set(scratch.get),
        to.set(i32.add(scratch.get, i32.const(activatedOffset))),
        lines.set(rows.get),
        repeat(lines, [
          values.map((value, x) => value.set(v128.load(from.get, x * VECTOR_BYTES))),
          linear.multiplyOutput(output, values, (x, value) =>
            v128.store(to.get, activate(value), x * VECTOR_BYTES),
          ),
          advance(from, rowOfScratch),
          advance(to, activatedRow),
        ]),
        from.set(i32.add(scratch.get, i32.const(activatedOffset))),
        line.set(target.get),
        lines.set(i32.shrU(rows.get, i32.const(1))),
        repeat(lines, [
          pixel.set(line.get),
          Array.from({ length: outputSide / 2 }, (_, x) => writePixel(x, largest(x))),
          advance(from, 2 * activatedRow),
          advance(line, rowBytes.get),
        ]),
      ];
      const body = [alongColumns, isPooled ? pooled : direct];
      const tileStep = i32.mul(pixelBytes.get, i32.const(outputSide / step));
      fn.body(
        linear.prologue(),
        zero.set(f32x4.splat(f32.const(0))),
        rowStep.set(i32.mul(positionBytes.get, i32.const(inputSide))),
        columns.set(i32.const(outputSide)),
        repeat(tiles, [
          when(i32.eq(tiles.get, i32.const(1)), columns.set(lastColumns.get)),
          channel.set(i32.const(0)),
          vectors.set(i32.const(VECTORS_PER_BLOCK)),
          repeat(vectors, [
            scale.set(v128.load(i32.add(scales.get, channel.get))),
            bias.set(v128.load(i32.add(biases.get, channel.get))),
            body,
            advance(channel, VECTOR_BYTES),
            advance(sums, VECTOR_BYTES),
            advance(target, VECTOR_BYTES),
          ]),
          advance(target, i32.sub(tileStep, i32.const(BLOCK_BYTES))),
        ]),
      );
    },
    `output${outputSide}${isPooled ? 'Pooled' : ''}`,
  );
}
