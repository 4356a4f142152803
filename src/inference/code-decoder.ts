/**
 * Entropy-coded integers of one layer to codes. training/codec.py writes them and tells why so.
 *
 * Each code has the table of its context: how large a code is to be expected at its place, judged
 * by those before it. Encoder and decoder do the same float64 arithmetic in the same order, so they
 * agree to the last bit.
 */
import { CodedError } from '../domain/coded-error';
import {
  CODE_CONTEXT_COUNT as CONTEXT_COUNT,
  type CodeTable,
  CODE_FREQUENCY_SUM as FREQUENCY_SUM,
  LARGEST_CODE,
} from '../domain/manifest';

/** Expected magnitudes are compared in 64ths; a neighbourhood counts as much as four known codes. */
const UNITS = 64;
const PRIOR = 4;
const LANES = 64;
const LOWEST_STATE = 2 ** 15;
const SYMBOL_COUNT = 2 * LARGEST_CODE + 1;
const TABLE_BITS = Math.log2(FREQUENCY_SUM);
/** Largest kernel of VGG16 is 2.4 million; a file that claims far more is refused before memory is taken. */
const MAX_CODES = 2 ** 24;

/** How many weights join one input and one output channel, and how many channels there are. */
interface KernelSize {
  places: number;
  inputs: number;
  outputs: number;
}

/** Decodes one layer after another with the tables of its file. */
export class CodeDecoder {
  /** For each context: the code of each of the 4,096 slots; frequency and first slot of each code. */
  readonly #codes = new Int8Array(CONTEXT_COUNT * FREQUENCY_SUM);
  readonly #frequencies = new Uint16Array(CONTEXT_COUNT * SYMBOL_COUNT);
  readonly #starts = new Uint16Array(CONTEXT_COUNT * SYMBOL_COUNT);
  readonly #contexts = contextByMagnitude();

  constructor(tables: readonly CodeTable[]) {
    for (const [context, { lowest, frequencies }] of tables.entries()) {
      let start = 0;
      for (const [index, frequency] of frequencies.entries()) {
        const symbol = context * SYMBOL_COUNT + lowest + index + LARGEST_CODE;
        this.#frequencies[symbol] = frequency;
        this.#starts[symbol] = start;
        const slot = context * FREQUENCY_SUM + start;
        this.#codes.fill(lowest + index, slot, slot + frequency);
        start += frequency;
      }
    }
  }

  /**
   * The codes in the kernel's own order, `places × inputs × outputs` of them. `coded` fills its buffer.
   *
   * Throws a CodedError `model-corrupt` when the bytes are not exactly such a layer's.
   */
  decode(coded: Uint8Array<ArrayBuffer>, size: KernelSize): Int8Array {
    const headBytes = LANES * Uint32Array.BYTES_PER_ELEMENT;
    const codeCount = size.places * size.inputs * size.outputs;
    const isPossible = Number.isInteger(codeCount) && codeCount <= MAX_CODES;
    if (coded.length < headBytes || coded.length % 2 !== 0 || !isPossible) {
      throw new CodedError('model-corrupt', `${coded.length} bytes for ${codeCount} codes`);
    }
    const states = Int32Array.from(new Uint32Array(coded.buffer, 0, LANES));
    const words = new Uint16Array(coded.buffer, headBytes);
    const codes = new Int8Array(codeCount);
    const used = this.#decodeInto(codes, states, words, size);
    if (used !== words.length || states.some((state) => state !== LOWEST_STATE)) {
      throw new CodedError('model-corrupt', `codes end after ${used} of ${words.length} words`);
    }
    return codes;
  }

  /** Returns how many words it asked for: words that are not there read as 0. */
  #decodeInto(
    codes: Int8Array,
    states: Int32Array,
    words: Uint16Array,
    { places, inputs, outputs }: KernelSize,
  ): number {
    const slotCodes = this.#codes;
    const frequencies = this.#frequencies;
    const starts = this.#starts;
    const contexts = this.#contexts;
    const lastContext = contexts.length - 1;
    const cells = new Uint16Array(inputs * outputs);
    const rows = new Float64Array(inputs);
    const columns = new Float64Array(outputs);
    let total = 0;
    let position = 0;
    let nextWord = 0;
    for (let place = 0; place < places; place++) {
      const cellWeight = UNITS / (place + PRIOR);
      for (let input = 0; input < inputs; input++) {
        const rowsBefore = place * inputs + input;
        const mean = (total + 1) / (rowsBefore * outputs + 1);
        const row = ((rows[input] ?? 0) + 0.5 * mean) / (place * outputs + 0.5);
        const columnWeight = ((PRIOR * row) / (mean * (rowsBefore + PRIOR))) * cellWeight;
        const prior = PRIOR * mean;
        const firstCell = input * outputs;
        let rowSum = 0;
        for (let output = 0; output < outputs; output++) {
          const cell = cells[firstCell + output] ?? 0;
          const column = columns[output] ?? 0;
          const expected = cell * cellWeight + (column + prior) * columnWeight;
          const context = contexts[Math.min(expected, lastContext) | 0] ?? 0;

          const lane = position % LANES;
          const state = states[lane] ?? 0;
          const slot = state % FREQUENCY_SUM;
          const code = slotCodes[context * FREQUENCY_SUM + slot] ?? 0;
          const symbol = context * SYMBOL_COUNT + code + LARGEST_CODE;
          let next =
            (frequencies[symbol] ?? 0) * (state >> TABLE_BITS) + slot - (starts[symbol] ?? 0);
          if (next < LOWEST_STATE) next = (next << 16) | (words[nextWord++] ?? 0);
          states[lane] = next;
          codes[position++] = code;

          const magnitude = Math.abs(code);
          cells[firstCell + output] = cell + magnitude;
          columns[output] = column + magnitude;
          rowSum += magnitude;
        }
        rows[input] = (rows[input] ?? 0) + rowSum;
        total += rowSum;
      }
    }
    return nextWord;
  }
}

/** Context of each expected magnitude in 64ths; the last entry stands for all larger ones. */
function contextByMagnitude(): Uint8Array {
  const edges = [2];
  for (let edge = 2; edges.length < CONTEXT_COUNT - 1; edges.push(edge)) {
    edge += Math.max(1, Math.floor(edge / 4));
  }
  const table = new Uint8Array((edges.at(-1) ?? 0) + 1);
  for (const edge of edges) {
    for (let magnitude = edge; magnitude < table.length; magnitude++) {
      table[magnitude] = (table[magnitude] ?? 0) + 1;
    }
  }
  return table;
}
