/** Reads size and completeness from the structure of a JPEG or PNG file; decodes no pixels. */
import type { ImageFormat } from '../domain/image-format';

export interface ImageHeader {
  /** In pixels, as stored: before any EXIF rotation. */
  width: number;
  height: number;
  /** False when the file ends before its own end marker, as a broken download does, or a part of it is missing or wrong. */
  complete: boolean;
  /** How often a decoder goes through the picture: a progressive JPEG says it bit by bit, a file made to do harm thousands of times. */
  scans: number;
}

const JPEG = {
  prefix: 0xff,
  temporary: 0x01,
  firstRestart: 0xd0,
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  huffmanTable: 0xc4,
} as const;
/** Markers from 0xc0 to 0xcf carry the size, but for Huffman tables, an extension, arithmetic tables. */
const NO_FRAME_MARKERS: readonly number[] = [JPEG.huffmanTable, 0xc8, 0xcc];

const PNG_SIGNATURE_BYTES = 8;
/** Length, type and checksum around a chunk's data. */
const PNG_CHUNK_FRAME_BYTES = 12;
/** A small first letter: a picture can be drawn without the chunk. */
const ANCILLARY_BIT = 0x20_00_00_00;
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xed_b8_83_20 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/**
 * Browsers draw a cut-off JPEG half grey without a word, hence the check here.
 *
 * @param bytes the whole file, of that format by its first bytes
 * @returns undefined where the file names no size above zero; what follows the end marker is
 *   ignored, since cameras append previews and videos there
 */
export function readImageHeader(bytes: Uint8Array, format: ImageFormat): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = format === 'jpeg' ? readJpegHeader(bytes, view) : readPngHeader(bytes, view);
  return header.width > 0 && header.height > 0 ? header : undefined;
}

/** ITU-T T.81, annex B: segments one after the other, each skipped by its length. */
function readJpegHeader(bytes: Uint8Array, view: DataView): ImageHeader {
  const header: ImageHeader = { width: 0, height: 0, complete: false, scans: 0 };
  let hasTable = false;
  let position = 2;
  for (;;) {
    const markerAt = nextJpegMarker(bytes, position);
    if (markerAt === undefined) return header;
    const marker = view.getUint8(markerAt);
    position = markerAt + 1;
    if (marker === JPEG.end) return { ...header, complete: header.scans > 0 && hasTable };
    if (isWithoutLength(marker)) continue;
    if (position + 2 > view.byteLength) return header;
    const length = view.getUint16(position);
    if (isFrame(marker) && header.width === 0 && position + 7 <= view.byteLength) {
      header.height = view.getUint16(position + 3);
      header.width = view.getUint16(position + 5);
    }
    // A thumbnail in an APP segment has its own end marker: it is skipped here with its segment.
    position += Math.max(length, 2);
    if (marker === JPEG.scan) header.scans += 1;
    // Without one each decoder takes tables of its own, or draws grey.
    if (marker === JPEG.huffmanTable) hasTable = true;
  }
}

/**
 * The place of the next marker's second byte, at or after `from`. Passes over a scan's data, in
 * which a 0xff is followed by zero or by a restart marker.
 */
function nextJpegMarker(bytes: Uint8Array, from: number): number | undefined {
  let prefixAt = bytes.indexOf(JPEG.prefix, from);
  while (prefixAt !== -1) {
    const marker = bytes[prefixAt + 1];
    if (marker === undefined) return undefined;
    if (marker !== 0 && marker !== JPEG.prefix && !isRestart(marker)) return prefixAt + 1;
    prefixAt = bytes.indexOf(JPEG.prefix, prefixAt + 1);
  }
  return undefined;
}

function isRestart(marker: number): boolean {
  return marker >= JPEG.firstRestart && marker < JPEG.start;
}

function isWithoutLength(marker: number): boolean {
  return marker === JPEG.temporary || marker === JPEG.start;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAME_MARKERS.includes(marker);
}

/**
 * W3C PNG, chapter 5: chunks from IHDR, which comes first, to IEND. Checksums are looked at here, since some decoders
 * pass over a wrong one and draw what is left.
 */
function readPngHeader(bytes: Uint8Array, view: DataView): ImageHeader {
  const header: ImageHeader = { width: 0, height: 0, complete: false, scans: 1 };
  let position = PNG_SIGNATURE_BYTES;
  while (position + PNG_CHUNK_FRAME_BYTES <= view.byteLength) {
    const length = view.getUint32(position);
    const type = view.getUint32(position + 4);
    const end = position + PNG_CHUNK_FRAME_BYTES + length;
    if (end > view.byteLength) break;
    const isCritical = (type & ANCILLARY_BIT) === 0;
    if (isCritical && crc32(bytes, position + 4, end - 4) !== view.getUint32(end - 4)) break;
    if (type === chunkType('IHDR') && length >= 8) {
      header.width = view.getUint32(position + 8);
      header.height = view.getUint32(position + 12);
    }
    if (type === chunkType('IEND')) return { ...header, complete: true };
    position = end;
  }
  return header;
}

/** W3C PNG, annex D. */
function crc32(bytes: Uint8Array, start: number, end: number): number {
  let crc = -1;
  for (let at = start; at < end; at += 1) {
    crc = (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** A chunk's four letters as the number that stands in the file. */
function chunkType(letters: string): number {
  return [...letters].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);
}
