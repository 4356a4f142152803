/** The network's last layer as a kernel: features × integer codes, summed in double precision. */
import { FLOAT_BYTES } from './kernel-layout';
import { advance, f32, f64, i32, type ModuleBuilder, repeat } from './wasm-assembler';

const DOUBLE_BYTES = 8;

/**
 * `dense(features, codes, featureCount, outputs, sums)`: adds `features × codes[feature][output]` to
 * `sums`, which hold doubles. With 25,088 features, float32 sums would lose two digits.
 */
export function addDense(module: ModuleBuilder): void {
  module.function(
    5,
    (fn, features, codes, featureCount, outputs, sums) => {
      const sum = fn.local('i32');
      const rest = fn.local('i32');
      const feature = fn.local('f64');
      const product = f64.mul(feature.get, f64.convertI32S(i32.load8S(codes.get)));
      fn.body(
        repeat(featureCount, [
          feature.set(f64.promoteF32(f32.load(features.get))),
          sum.set(sums.get),
          rest.set(outputs.get),
          repeat(rest, [
            f64.store(sum.get, f64.add(f64.load(sum.get), product)),
            advance(sum, DOUBLE_BYTES),
            advance(codes, 1),
          ]),
          advance(features, FLOAT_BYTES),
        ]),
      );
    },
    'dense',
  );
}
