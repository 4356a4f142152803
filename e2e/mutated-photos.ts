/** Endless broken files: real photos with random changes, the same ones for the same seed. */
import { crc32 } from 'node:zlib';
import { inkJpeg } from './photo-surgery';
import { exifPhoto, sampleImage } from './photos';

/** How many the fuzz tests send through page and command line: few with all other tests, many by `npm run test:fuzz`. */
export const FUZZ_FILES = Number(process.env.PILAH_FUZZ_FILES ?? 60);
export const FUZZ_SEED = Number(process.env.PILAH_FUZZ_SEED ?? 20_261_126);

/** Values at which decoders' sums overflow or end. */
const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0xffff_ffff];
/** Sizes, tables and profiles stand before it. */
const HEAD_BYTES = 700;

/** May change the bytes that it is given. */
type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;
interface Random {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  of<Item>(items: readonly Item[]): Item;
}

/** @returns the file of that number, 0 and up */
export async function photoMutator(seed: number): Promise<(index: number) => Buffer> {
  const small = () => sampleImage().resize(160, 120);
  const sources = await Promise.all([
    small().jpeg().toBuffer(),
    small().jpeg({ progressive: true }).toBuffer(),
    small().withIccProfile('p3').jpeg().toBuffer(),
    small().greyscale().jpeg().toBuffer(),
    exifPhoto(6).then(({ buffer }) => buffer),
    inkJpeg('ycck'),
    small().png().toBuffer(),
    small().png({ palette: true, colours: 16 }).toBuffer(),
    small().png({ progressive: true }).toBuffer(),
    small().toColourspace('rgb16').png().toBuffer(),
  ]);
  return (index) => {
    const random = createRandom(seed + index * 7919);
    let bytes: Buffer = Buffer.from(random.of(sources));
    for (let left = 1 + random.below(2); left > 0; left -= 1) {
      bytes = random.of(MUTATIONS)(bytes, random, random.of(sources));
    }
    // Most PNG files get right checksums again, or none would be seen by a decoder.
    return random.below(4) ? withChecksums(bytes) : bytes;
  };
}

const MUTATIONS: readonly Mutation[] = [
  function flipBits(bytes, random) {
    for (let left = 1 + random.below(5); left > 0 && bytes.length > 0; left -= 1) {
      const at = random.below(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at);
    }
    return bytes;
  },
  function fillRun(bytes, random) {
    const start = random.below(bytes.length + 1);
    bytes.subarray(start, start + 1 + random.below(64)).fill(random.below(256));
    return bytes;
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, random.below(bytes.length + 1));
  },
  function cutOffWithEnd(bytes, random) {
    const end = bytes[0] === 0xff ? bytes.subarray(-2) : bytes.subarray(-12);
    return Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), end]);
  },
  function splice(bytes, random, other) {
    const tail = other.subarray(random.below(other.length + 1));
    return Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), tail]);
  },
  function setNumberInHead(bytes, random) {
    const size = random.of([1, 2, 4]);
    const last = Math.min(bytes.length, HEAD_BYTES) - size;
    if (last < 3) return bytes;
    // After the first bytes, without which nothing of it would be looked at.
    const value = random.of(EDGES) % 256 ** size;
    bytes.writeUIntBE(value, 3 + random.below(last - 2), size);
    return bytes;
  },
  function setLength(bytes, random) {
    const places = lengthPlaces(bytes);
    if (places.length === 0) return bytes;
    const { at, size } = random.of(places);
    if (at + size <= bytes.length) bytes.writeUIntBE(random.of(EDGES) % 256 ** size, at, size);
    return bytes;
  },
  function repeatPart(bytes, random) {
    const start = random.below(bytes.length + 1);
    const part = bytes.subarray(start, start + random.below(2000));
    const copies = Array.from({ length: 1 + random.below(30) }, () => part);
    return Buffer.concat([bytes.subarray(0, start), ...copies, bytes.subarray(start)]);
  },
  function leaveOut(bytes, random) {
    const start = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + random.below(500))]);
  },
];

/** Where a JPEG's segments and a PNG's chunks say how long they are. */
function lengthPlaces(bytes: Buffer): { at: number; size: number }[] {
  const places = [];
  if (bytes[0] === 0xff) {
    for (let at = 4; at + 2 <= bytes.length && bytes[at - 2] === 0xff; ) {
      places.push({ at, size: 2 });
      at += bytes.readUInt16BE(at) + 2;
    }
    return places;
  }
  for (const { start } of chunks(bytes)) places.push({ at: start, size: 4 });
  return places;
}

function* chunks(bytes: Buffer): Generator<{ start: number; end: number }> {
  for (let start = 8; start + 12 <= bytes.length; ) {
    const end = start + 12 + bytes.readUInt32BE(start);
    if (end > bytes.length) return;
    yield { start, end };
    start = end;
  }
}

function withChecksums(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x89) return bytes;
  for (const { start, end } of chunks(bytes)) {
    bytes.writeUInt32BE(crc32(bytes.subarray(start + 4, end - 4)), end - 4);
  }
  return bytes;
}

/** mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function below(end: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }
  return {
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
  };
}
