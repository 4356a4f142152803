/** Which image format a file has by its first bytes; its name and MIME type decide nothing. */

export type ImageFormat = 'jpeg' | 'png';

const SIGNATURES = {
  /** Start of image, then the first byte of any marker. ITU-T T.81, annex B. */
  jpeg: [0xff, 0xd8, 0xff],
  /** W3C PNG, 5.2. */
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const satisfies Record<ImageFormat, readonly number[]>;

/** @param bytes the file's beginning, 8 bytes or more where it has them */
export function sniffFormat(bytes: Uint8Array): ImageFormat | undefined {
  if (SIGNATURES.jpeg.every((byte, index) => bytes[index] === byte)) return 'jpeg';
  if (SIGNATURES.png.every((byte, index) => bytes[index] === byte)) return 'png';
  return undefined;
}
