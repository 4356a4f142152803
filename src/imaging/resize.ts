/** Squashes an upright photo to the network's square, pixel for pixel as training did; crops nothing. */

/*
 * Own code, although every browser can resize: each canvas resamples in its own way, and the
 * network must see what it was trained on. The arithmetic is Pillow's BILINEAR for 8-bit images
 * (https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c): a triangle filter
 * that widens by the scale when it shrinks, weights in fixed point, rows first, rounded to 8 bits
 * after each of the two passes. resize.test.ts holds it to Pillow's own results, bit for bit; only
 * where Pillow 13 takes columns first (photos about twice as tall as wide) may a byte differ by one.
 *
 * `?? 0` below is for the compiler: every index is inside its array, and the engine drops the check.
 */

/** Pillow's PRECISION_BITS: 8 bits for the pixel and 2 against overflow leave 22 of 32. */
const WEIGHT_BITS = 32 - 8 - 2;
const ROUND_HALF = 1 << (WEIGHT_BITS - 1);

/** For each output position its first input, the one after its last input, and their weights. */
interface Taps {
  first: Int32Array;
  end: Int32Array;
  /** Weights of output `i` start at `i * stride`; they sum to about `1 << WEIGHT_BITS`. */
  weights: Int32Array;
  stride: number;
}

/** A resize under way: takes the photo's rows as they come, so that memory does not grow with the photo. */
export interface Squash {
  /** The next rows, whole ones: `width * 4` bytes each, RGBA, opaque: alpha is not read. */
  addRows(rgba: Uint8ClampedArray | Uint8Array): void;
  /**
   * After the last row.
   *
   * @returns `size * size * 3` bytes, RGB, row by row
   */
  finish(): Uint8Array<ArrayBuffer>;
}

/**
 * Resizes to `size` x `size`, aspect ratio not kept.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param size side of the result in pixels, at least 1
 * @throws RangeError from here for wrong sizes, from `addRows` and `finish` for too many or too few rows
 */
export function startSquash(width: number, height: number, size: number): Squash {
  if (width < 1 || height < 1 || size < 1) throw new RangeError(`${width} x ${height} to ${size}`);
  const across = triangleTaps(width, size);
  const down = triangleTaps(height, size);
  const rowLength = size * 3;
  const row = new Uint8Array(rowLength);
  // One input row after the other is squashed and added where it counts; whole numbers, so the
  // order of adding changes nothing.
  const sums = new Int32Array(size * rowLength).fill(ROUND_HALF);
  let firstOpen = 0;
  let y = 0;

  function addRow(rgba: Uint8ClampedArray | Uint8Array, start: number): void {
    squashRow(rgba, start, across, row);
    while (firstOpen < size && (down.end[firstOpen] ?? 0) <= y) firstOpen += 1;
    for (let out = firstOpen; out < size && (down.first[out] ?? 0) <= y; out += 1) {
      if (y >= (down.end[out] ?? 0)) continue;
      const weight = down.weights[out * down.stride + y - (down.first[out] ?? 0)] ?? 0;
      addWeighted(sums, out * rowLength, row, weight);
    }
    y += 1;
  }

  return {
    addRows(rgba) {
      const rows = rgba.length / (width * 4);
      if (!Number.isInteger(rows) || y + rows > height) {
        throw new RangeError(`${rgba.length} bytes after row ${y} of ${width} x ${height}`);
      }
      for (let index = 0; index < rows; index += 1) addRow(rgba, index * width * 4);
    },
    finish() {
      if (y < height) throw new RangeError(`${y} rows of ${height}`);
      return sumsToBytes(sums);
    },
  };
}

/** `startSquash` for pixels that are all there. Throws a RangeError when the bytes do not fit the sizes. */
export function squashToRgb(
  rgba: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
  size: number,
): Uint8Array<ArrayBuffer> {
  const squash = startSquash(width, height, size);
  squash.addRows(rgba);
  return squash.finish();
}

/** Pillow's precompute_coeffs and normalize_coeffs_8bpc for the triangle filter over a whole axis. */
function triangleTaps(inputLength: number, outputLength: number): Taps {
  const scale = inputLength / outputLength;
  const support = Math.max(scale, 1);
  const stride = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(outputLength);
  const end = new Int32Array(outputLength);
  const weights = new Int32Array(outputLength * stride);
  const exact = new Float64Array(stride);
  for (let out = 0; out < outputLength; out += 1) {
    const center = (out + 0.5) * scale;
    const from = Math.max(Math.trunc(center - support + 0.5), 0);
    const to = Math.min(Math.trunc(center + support + 0.5), inputLength);
    let total = 0;
    for (let i = 0; i < to - from; i += 1) {
      const weight = Math.max(1 - Math.abs((i + from - center + 0.5) * (1 / support)), 0);
      exact[i] = weight;
      total += weight;
    }
    for (let i = 0; i < to - from; i += 1) {
      const share = (exact[i] ?? 0) / total;
      weights[out * stride + i] = Math.trunc(0.5 + share * (1 << WEIGHT_BITS));
    }
    first[out] = from;
    end[out] = to;
  }
  return { first, end, weights, stride };
}

/** One row of RGBA from byte `start` on into `row`, `taps.first.length` RGB pixels. */
function squashRow(
  rgba: Uint8ClampedArray | Uint8Array,
  start: number,
  { first, end, weights, stride }: Taps,
  row: Uint8Array,
): void {
  for (let out = 0; out < first.length; out += 1) {
    let red = ROUND_HALF;
    let green = ROUND_HALF;
    let blue = ROUND_HALF;
    let weightAt = out * stride;
    const stop = start + (end[out] ?? 0) * 4;
    for (let pixel = start + (first[out] ?? 0) * 4; pixel < stop; pixel += 4) {
      const weight = weights[weightAt] ?? 0;
      red = (red + Math.imul(rgba[pixel] ?? 0, weight)) | 0;
      green = (green + Math.imul(rgba[pixel + 1] ?? 0, weight)) | 0;
      blue = (blue + Math.imul(rgba[pixel + 2] ?? 0, weight)) | 0;
      weightAt += 1;
    }
    row[out * 3] = toByte(red);
    row[out * 3 + 1] = toByte(green);
    row[out * 3 + 2] = toByte(blue);
  }
}

function addWeighted(sums: Int32Array, start: number, row: Uint8Array, weight: number): void {
  for (let i = 0; i < row.length; i += 1) {
    sums[start + i] = ((sums[start + i] ?? 0) + Math.imul(row[i] ?? 0, weight)) | 0;
  }
}

function sumsToBytes(sums: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sums.length);
  for (let i = 0; i < sums.length; i += 1) bytes[i] = toByte(sums[i] ?? 0);
  return bytes;
}

/** Rounded weights may sum to a little more than one, hence the bound above. */
function toByte(sum: number): number {
  return Math.min(sum >> WEIGHT_BITS, 255);
}
