/** The weights' kernels: from a layer's codes to chunks, and from a chunk of codes to transformed filters. */
import {
  BLOCK,
  CODE_ROW_BYTES,
  PANEL,
  PANEL_BYTES,
  PANELS,
  TAPS,
  VECTOR_BYTES,
  WEIGHT_POSITION_BYTES,
} from './kernel-layout';
import { LinearCode, multiplyAdd, rowGroups } from './linear-code';
import type { Transform } from './transforms';
import {
  advance,
  type Code,
  f32x4,
  i32,
  i32x4,
  i64,
  type ModuleBuilder,
  repeat,
  v128,
} from './wasm-assembler';

/**
 * `pack(codes, tapBytes, inputBytes, target)`: one chunk of codes out of a layer's HWIO order
 * (`tapBytes` between two of the nine taps, `inputBytes` between two inputs) into that of a chunk.
 */
export function addPack(module: ModuleBuilder): void {
  module.function(
    4,
    (fn, codes, tapBytes, inputBytes, target) => {
      const panels = fn.local('i32');
      const inputs = fn.local('i32');
      const source = fn.local('i32');
      const tap = fn.local('i32');
      fn.body(
        panels.set(i32.const(PANELS)),
        repeat(panels, [
          source.set(codes.get),
          inputs.set(i32.const(BLOCK)),
          repeat(inputs, [
            tap.set(source.get),
            Array.from({ length: TAPS }, (_, index) => [
              i64.store(target.get, i64.load(tap.get), index * PANEL),
              advance(tap, tapBytes.get),
            ]),
            advance(source, inputBytes.get),
            advance(target, CODE_ROW_BYTES),
          ]),
          advance(codes, PANEL),
        ]),
      );
    },
    'pack',
  );
}

/** `weights4/6(codes, target)`: a packed chunk of codes into `target[position][panel][64 inputs][8 outputs]`. */
export function addWeightTransform(
  module: ModuleBuilder,
  transform: Transform,
  isRelaxed: boolean,
): void {
  const { filter, inputSide, outputSide } = transform;
  module.function(
    2,
    (fn, codes, target) => {
      const linear = new LinearCode(fn, multiplyAdd(isRelaxed));
      const rows = fn.local('i32');
      const packed = fn.locals('v128', TAPS);
      const filterTaps = fn.locals('v128', TAPS);
      // Two rows at a time of the half-transformed filter.
      const halfway = [fn.locals('v128', 3), fn.locals('v128', 3)];
      const column = (x: number) => [0, 3, 6].map((y) => filterTaps[y + x]?.get ?? []);
      const transformHalf = (extend: (value: Code) => Code, offset: number) => [
        filterTaps.map((local, index) =>
          local.set(f32x4.convertI32x4S(extend(packed[index]?.get ?? []))),
        ),
        rowGroups(filter).map((group) => [
          [0, 1, 2].map((x) =>
            linear.multiply(
              filter,
              column(x),
              (row, value) => halfway[group.indexOf(row)]?.[x]?.set(value) ?? [],
              [group],
            ),
          ),
          group.map((row, index) =>
            linear.multiply(filter, halfway[index]?.map((local) => local.get) ?? [], (x, value) =>
              v128.store(target.get, value, (row * inputSide + x) * WEIGHT_POSITION_BYTES + offset),
            ),
          ),
        ]),
      ];
      const body = [
        transformHalf(i32x4.extendLowI16x8S, 0),
        transformHalf(i32x4.extendHighI16x8S, VECTOR_BYTES),
      ];
      fn.body(
        linear.prologue(),
        rows.set(i32.const(PANELS * BLOCK)),
        repeat(rows, [
          packed.map((local, tap) => local.set(v128.load8x8S(codes.get, tap * PANEL))),
          body,
          advance(codes, CODE_ROW_BYTES),
          advance(target, PANEL_BYTES),
        ]),
      );
    },
    `weights${outputSide}`,
  );
}
