import { describe, expect, it } from 'vitest';
import { randomFrom } from './testing/networks';
import { F4, F6, type Transform } from './transforms';

type Matrix = readonly (readonly number[])[];

const product = (a: Matrix, b: Matrix) =>
  a.map((row) =>
    (b[0] ?? []).map((_, column) =>
      row.reduce((sum, value, index) => sum + value * (b[index]?.[column] ?? 0), 0),
    ),
  );
const transposed = (a: Matrix) => (a[0] ?? []).map((_, column) => a.map((row) => row[column] ?? 0));
const bothSides = (a: Matrix, b: Matrix) => product(product(a, b), transposed(a));

describe.each([
  ['F(4 × 4, 3 × 3)', F4],
  ['F(6 × 6, 3 × 3)', F6],
])('%s', (_, transform: Transform) => {
  it('is a convolution, to the last digits of double precision', () => {
    const random = randomFrom(1);
    const square = (side: number) =>
      Array.from({ length: side }, () => Array.from({ length: side }, () => random() - 0.5));
    const tile = square(transform.inputSide);
    const filter = square(3);
    const weights = bothSides(transform.filter, filter);
    const input = bothSides(transform.input, tile);
    const products = input.map((row, y) => row.map((value, x) => value * (weights[y]?.[x] ?? 0)));
    const found = bothSides(transform.output, products);
    expect(found).toHaveLength(transform.outputSide);
    for (const [y, row] of found.entries()) {
      for (const [x, value] of row.entries()) {
        const direct = filter.flatMap((line, dy) =>
          line.map((weight, dx) => weight * (tile[y + dy]?.[x + dx] ?? 0)),
        );
        expect(value).toBeCloseTo(
          direct.reduce((sum, term) => sum + term, 0),
          12,
        );
      }
    }
  });
});
