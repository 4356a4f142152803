/** A thumbnail's bytes without anything but its picture; also the test that they are a thumbnail. */
import { sniffFormat } from '../domain/image-format';

export const THUMBNAIL_PX = 96;

/** ITU-T T.81, table B.1. */
const SCAN = 0xda;
const END = 0xd9;
const BASELINE = [0xc0, 0xc1];
const TABLES = [0xc4, 0xdb, 0xdd];
/** Application data and comments: EXIF, profiles, whatever a program writes. */
const isSaid = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/**
 * The same picture without its application segments: browsers write some of their own, a file that is brought in may
 * hold any. Undefined for what is no baseline JPEG of at most 96 pixels a side: small files can hold a decoder for
 * minutes.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (sniffFormat(bytes) !== 'jpeg') return undefined;
  const kept = [bytes.subarray(0, 2)];
  let frames = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at] === 0xff ? view.getUint8(at + 1) : 0;
    const end = at + 2 + view.getUint16(at + 2);
    const segment = bytes.subarray(at, end);
    if (marker === SCAN) {
      const last = endOfScan(bytes, end);
      return frames === 1 && last ? joined([...kept, bytes.subarray(at, last)]) : undefined;
    }
    if (BASELINE.includes(marker)) frames += isSmall(segment) ? 1 : Infinity;
    else if (!TABLES.includes(marker) && !isSaid(marker)) return undefined;
    if (!isSaid(marker)) kept.push(segment);
    at = end;
  }
  return undefined;
}

/** Behind the end of the image, which must follow its one scan; undefined where something else does. */
function endOfScan(bytes: Uint8Array, start: number): number | undefined {
  for (let at = start; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    const isData = bytes[at] !== 0xff || next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return next === END ? at + 2 : undefined;
  }
  return undefined;
}

/** @param frame marker, length, a byte of precision, then height and width */
function isSmall(frame: Uint8Array): boolean {
  const [, , , , , heightHigh, height = 0, widthHigh, width = 0] = frame;
  return (
    heightHigh === 0 &&
    widthHigh === 0 &&
    [height, width].every((side) => side >= 1 && side <= THUMBNAIL_PX)
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
