import { expect, test } from 'vitest';
import { onnxModel } from './onnx-model';

const layer = (name: string, shape: number[], codes: number[]) => ({
  name,
  shape,
  codes: Int8Array.from(codes),
  scales: Float32Array.of(0.5, 0.25),
  biases: Float32Array.of(1, 2),
});

/** Codes 0, 1, 2 ... of a 3 × 3 kernel with one input and two outputs, HWIO. */
const convolution = layer('conv1_1', [3, 3, 1, 2], [...Array(18).keys()]);
const head = layer('head', [1, 2], [3, 4]);

test('kernels stand as OIHW floats: all taps of the first output, then of the second', () => {
  const file = Buffer.from(onnxModel([convolution, head]));
  const taps = [...Array(9).keys()];
  const oihw = Float32Array.from([
    ...taps.map((tap) => 2 * tap * 0.5),
    ...taps.map((tap) => (2 * tap + 1) * 0.25),
  ]);
  expect(file.includes(Buffer.from(oihw.buffer))).toBe(true);
});

test('operators come in the order of the network', () => {
  const text = Buffer.from(onnxModel([convolution, head])).toString('latin1');
  const names = ['Transpose', 'Conv', 'Relu', 'Transpose', 'Flatten', 'Gemm'];
  let place = 0;
  for (const name of names) {
    const found = text.indexOf(name, place);
    expect(found, name).toBeGreaterThan(-1);
    place = found + name.length;
  }
});

test('no layers are no network', () => {
  expect(() => onnxModel([])).toThrow(RangeError);
});
