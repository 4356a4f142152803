/** Winograd's matrices for 3 × 3 filters, as numbers. How they are applied is not here. */

/**
 * F(m × m, 3 × 3): an output tile of `m × m` comes from `positions = (m + 2)²` products instead of `9 m²`.
 * With `g` a 3 × 3 filter and `d` an `(m + 2) × (m + 2)` input tile, the output tile is
 * `Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A`. Lavin and Gray 2015, https://arxiv.org/abs/1509.09308, section 4.1.
 */
export interface Transform {
  /** Side of an output tile, `m`. */
  outputSide: 4 | 6;
  /** Side of an input tile, `m + 2`. */
  inputSide: 6 | 8;
  /** `inputSide × inputSide`. */
  input: readonly (readonly number[])[];
  /** `inputSide × 3`. */
  filter: readonly (readonly number[])[];
  /** `outputSide × inputSide`. */
  output: readonly (readonly number[])[];
}

/** Interpolation points 0, ±1, ±2, ∞: the matrices printed in the paper's section 4.3. */
export const F4: Transform = {
  outputSide: 4,
  inputSide: 6,
  input: [
    [4, 0, -5, 0, 1, 0],
    [0, -4, -4, 1, 1, 0],
    [0, 4, -4, -1, 1, 0],
    [0, -2, -1, 2, 1, 0],
    [0, 2, -1, -2, 1, 0],
    [0, 4, 0, -5, 0, 1],
  ],
  filter: [
    [1 / 4, 0, 0],
    [-1 / 6, -1 / 6, -1 / 6],
    [-1 / 6, 1 / 6, -1 / 6],
    [1 / 24, 1 / 12, 1 / 6],
    [1 / 24, -1 / 12, 1 / 6],
    [0, 0, 1],
  ],
  output: [
    [1, 1, 1, 1, 1, 0],
    [0, 1, -1, 2, -2, 0],
    [0, 1, 1, 4, 4, 0],
    [0, 1, -1, 8, -8, 1],
  ],
};

/** Points 0, ±1, ±2, ±1/2, ∞; halves keep float32's error near that of F4. */
export const F6: Transform = {
  outputSide: 6,
  inputSide: 8,
  input: [
    [1, 0, -21 / 4, 0, 21 / 4, 0, -1, 0],
    [0, 1, 1, -17 / 4, -17 / 4, 1, 1, 0],
    [0, -1, 1, 17 / 4, -17 / 4, -1, 1, 0],
    [0, 1 / 2, 1 / 4, -5 / 2, -5 / 4, 2, 1, 0],
    [0, -1 / 2, 1 / 4, 5 / 2, -5 / 4, -2, 1, 0],
    [0, 2, 4, -5 / 2, -5, 1 / 2, 1, 0],
    [0, -2, 4, 5 / 2, -5, -1 / 2, 1, 0],
    [0, -1, 0, 21 / 4, 0, -21 / 4, 0, 1],
  ],
  filter: [
    [1, 0, 0],
    [-2 / 9, -2 / 9, -2 / 9],
    [-2 / 9, 2 / 9, -2 / 9],
    [1 / 90, 1 / 45, 2 / 45],
    [1 / 90, -1 / 45, 2 / 45],
    [32 / 45, 16 / 45, 8 / 45],
    [32 / 45, -16 / 45, 8 / 45],
    [0, 0, 1],
  ],
  output: [
    [1, 1, 1, 1, 1, 1, 1, 0],
    [0, 1, -1, 2, -2, 1 / 2, -1 / 2, 0],
    [0, 1, 1, 4, 4, 1 / 4, 1 / 4, 0],
    [0, 1, -1, 8, -8, 1 / 8, -1 / 8, 0],
    [0, 1, 1, 16, 16, 1 / 16, 1 / 16, 0],
    [0, 1, -1, 32, -32, 1 / 32, -1 / 32, 1],
  ],
};

export function positionCount({ inputSide }: Transform): number {
  return inputSide * inputSide;
}
