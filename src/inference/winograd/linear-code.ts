/** Emits the product of a small constant matrix with a column of vectors: how a Winograd transform is applied. */
import { type Code, type FunctionBuilder, f32, f32x4, type Local } from './wasm-assembler';

type Matrix = readonly (readonly number[])[];
type Madd = (a: Code, b: Code, c: Code) => Code;

/** `a × b + c` with one rounding where relaxed SIMD is, else with two. */
export function multiplyAdd(isRelaxed: boolean): Madd {
  return isRelaxed ? f32x4.relaxedMadd : (a, b, c) => f32x4.add(c, f32x4.mul(a, b));
}

interface Term {
  factor: number;
  value: Code;
}

/** One for each function: it shares temporaries and keeps the constants in locals. */
export class LinearCode {
  readonly #fn: FunctionBuilder;
  readonly #madd: Madd;
  readonly #constants = new Map<number, Local>();
  readonly #even: Local;
  readonly #odd: Local;

  constructor(fn: FunctionBuilder, madd: Madd) {
    this.#fn = fn;
    this.#madd = madd;
    this.#even = fn.local('v128');
    this.#odd = fn.local('v128');
  }

  /** To run first: a constant that is written where it is used is built anew each time. */
  prologue(): Code {
    return [...this.#constants].map(([value, local]) => local.set(f32x4.splat(f32.const(value))));
  }

  /**
   * Gives each row of `matrix × inputs` to `use`, in the order of `rows`. Rows 2i - 1 and 2i of
   * these matrices differ only in the sign of their odd columns, so they share two sums.
   */
  multiply(
    matrix: Matrix,
    inputs: readonly Code[],
    use: (row: number, value: Code) => Code,
    groups: readonly (readonly number[])[] = rowGroups(matrix),
  ): Code {
    return groups.map(([first = 0, second]) => {
      const terms = this.#terms(matrix[first] ?? [], inputs);
      if (second === undefined) return use(first, this.#sum(terms));
      return [
        this.#even.set(this.#sum(terms.filter((_, column) => column % 2 === 0))),
        this.#odd.set(this.#sum(terms.filter((_, column) => column % 2 === 1))),
        use(first, f32x4.add(this.#even.get, this.#odd.get)),
        use(second, f32x4.sub(this.#even.get, this.#odd.get)),
      ];
    });
  }

  /**
   * Like `multiply`, for Aᵀ: columns 2j - 1 and 2j are equal in even rows and opposite in odd
   * ones, so every row needs only their sum or their difference. `inputs` must be locals: the
   * pairs are replaced by sum and difference.
   */
  multiplyOutput(
    matrix: Matrix,
    inputs: readonly Local[],
    use: (row: number, value: Code) => Code,
  ): Code {
    const pairs: [Local, Local][] = [];
    for (let column = 1; column + 1 < inputs.length - 1; column += 2) {
      const [plus, minus] = [inputs[column], inputs[column + 1]];
      if (plus && minus) pairs.push([plus, minus]);
    }
    const fold = pairs.map(([plus, minus]) => [
      this.#even.set(f32x4.add(plus.get, minus.get)),
      minus.set(f32x4.sub(plus.get, minus.get)),
      plus.set(this.#even.get),
    ]);
    const values = inputs.map((input) => input.get);
    const rows = matrix.map((row, index) => {
      const isPaired = (column: number) => column > 0 && column < inputs.length - 1;
      const kept = (column: number) => !isPaired(column) || column % 2 !== index % 2;
      // An odd row's factor stands in the first column of a pair, its difference in the second.
      const factorOf = (column: number) =>
        row[isPaired(column) && column % 2 === 0 ? column - 1 : column] ?? 0;
      const terms = values
        .map((value, column) => ({ factor: factorOf(column), value, column }))
        .filter(({ column }) => kept(column));
      return use(index, this.#sum(terms));
    });
    return [fold, rows];
  }

  #terms(row: readonly number[], inputs: readonly Code[]): Term[] {
    return inputs.map((value, column) => ({ factor: row[column] ?? 0, value }));
  }

  #sum(terms: readonly Term[]): Code {
    const present = terms.filter(({ factor }) => factor !== 0);
    const first = present.find(({ factor }) => factor === 1) ?? present[0];
    if (!first) throw new Error('a row of zeros');
    const start =
      first.factor === 1 ? first.value : f32x4.mul(first.value, this.#get(first.factor));
    return present
      .filter((term) => term !== first)
      .reduce<Code>((sum, { factor, value }) => {
        if (factor === 1) return f32x4.add(sum, value);
        if (factor === -1) return f32x4.sub(sum, value);
        return this.#madd(value, this.#get(factor), sum);
      }, start);
  }

  #get(value: number): Code {
    let local = this.#constants.get(value);
    if (!local) {
      local = this.#fn.local('v128');
      this.#constants.set(value, local);
    }
    return local.get;
  }
}

/** First and last row alone, the others in pairs: the order of the interpolation points. */
export function rowGroups(matrix: Matrix): number[][] {
  const last = matrix.length - 1;
  const groups = [[0]];
  for (let row = 1; row + 1 < last; row += 2) groups.push([row, row + 1]);
  return [...groups, [last]];
}
