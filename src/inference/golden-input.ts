/** A fixed picture made by a formula: every backend must give its known logits before it is trusted. */

/**
 * `size × size × 3` RGB bytes: slanted ramps that differ by channel, bent by a product term so that
 * no row repeats. training/export.py makes the same bytes.
 */
export function goldenInput(size: number): Uint8Array {
  const rgb = new Uint8Array(size * size * 3);
  let index = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      for (let channel = 0; channel < 3; channel++) {
        rgb[index++] = (x + 2 * y + 85 * channel + ((x * y) >> 5)) & 255;
      }
    }
  }
  return rgb;
}
