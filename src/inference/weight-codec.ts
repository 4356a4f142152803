/** Shards to layers of codes or floats, as a stream: one shard and one layer are in memory at a time. */
import { CodedError } from '../domain/coded-error';
import type { Manifest } from '../domain/manifest';
import { CodeDecoder } from './code-decoder';

/** A layer as it is stored: weight = code × scale of its output channel. */
export interface LayerCodes {
  name: string;
  /** HWIO, or `[in, out]`; output channels come last. */
  shape: readonly number[];
  /** In the order of `shape`, within ±127. */
  codes: Int8Array;
  /** One for each output channel, as are the biases. */
  scales: Float32Array;
  biases: Float32Array;
}

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * The layers in manifest order. `shards` are the shards' bytes in manifest order, their hashes
 * already checked. Throws a CodedError `model-corrupt` when they are not what the manifest tells.
 */
export async function* decodeLayers(
  { layers, tables }: Pick<Manifest, 'layers' | 'tables'>,
  shards: AsyncIterable<Uint8Array>,
): AsyncGenerator<LayerCodes> {
  const reader = new ByteReader(shards);
  const decoder = new CodeDecoder(tables);
  for (const { name, shape, places, codedBytes } of layers) {
    const outputs = shape.at(-1) ?? 0;
    const inputs = shape.slice(0, -1).reduce((product, side) => product * side, 1) / places;
    const scales = toFloats(await reader.read(outputs * FLOAT_BYTES));
    const biases = toFloats(await reader.read(outputs * FLOAT_BYTES));
    const codes = decoder.decode(await reader.read(codedBytes), { places, inputs, outputs });
    yield { name, shape, codes, scales, biases };
  }
  await reader.expectEnd();
}

/** The kernel in the order of the shape. Output channels come last, so code `i` belongs to channel `i % scales.length`. */
export function dequantise({ codes, scales }: LayerCodes): Float32Array {
  const channels = scales.length;
  const kernel = new Float32Array(codes.length);
  for (let row = 0; row < codes.length; row += channels) {
    for (let channel = 0; channel < channels; channel++) {
      kernel[row + channel] = (codes[row + channel] ?? 0) * (scales[channel] ?? 0);
    }
  }
  return kernel;
}

/** Weights are little-endian, as is every device that runs a browser today. */
function toFloats(bytes: Uint8Array<ArrayBuffer>): Float32Array {
  return new Float32Array(bytes.buffer);
}

/** Cuts a stream of chunks into pieces of asked lengths. */
class ByteReader {
  #chunk = new Uint8Array();
  #chunkOffset = 0;
  #position = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** A copy in a buffer of its own, so that it may be viewed as another type. */
  async read(byteCount: number): Promise<Uint8Array<ArrayBuffer>> {
    const result = new Uint8Array(byteCount);
    let filled = 0;
    while (filled < byteCount) {
      if (this.#chunkOffset === this.#chunk.length && !(await this.#advance())) {
        throw new CodedError('model-corrupt', `the shards end at byte ${this.#position}`);
      }
      const end = Math.min(this.#chunk.length, this.#chunkOffset + byteCount - filled);
      const piece = this.#chunk.subarray(this.#chunkOffset, end);
      result.set(piece, filled);
      filled += piece.length;
      this.#chunkOffset += piece.length;
      this.#position += piece.length;
    }
    return result;
  }

  async expectEnd(): Promise<void> {
    if (this.#chunkOffset < this.#chunk.length || (await this.#advance())) {
      throw new CodedError('model-corrupt', `bytes are left over after ${this.#position}`);
    }
  }

  async #advance(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#chunk = new Uint8Array(next.value);
    this.#chunkOffset = 0;
    return true;
  }
}
