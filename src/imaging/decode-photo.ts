/** A photo's file to upright RGBA pixels in a browser's worker; cli/decode-photo-node.ts is its twin. */
import { CodedError } from '../domain/coded-error';
import { sniffFormat } from '../domain/image-format';
import { canvasSizeFor } from './canvas-size';
import { type CheckedPhoto, checkPhoto } from './check-photo';
import type { RgbaImage } from './rgba-image';

/** More than any format's signature needs; a chosen film is refused without being read. */
const SIGNATURE_BYTES = 32;

/**
 * Neither name nor MIME type of the file is believed. Above what a canvas holds, the pixels come
 * scaled down.
 *
 * @throws CodedError `file-unreadable`, `not-jpeg-or-png`, `photo-damaged` or `photo-too-large`
 */
export async function decodePhoto(photo: Blob): Promise<RgbaImage> {
  if (!sniffFormat(await readBytes(photo.slice(0, SIGNATURE_BYTES)))) {
    throw new CodedError('not-jpeg-or-png', 'neither JPEG nor PNG by its first bytes');
  }
  const bytes = await readBytes(photo);
  const checked = checkPhoto(bytes);
  const bitmap = await decodeUpright(bytes, checked);
  try {
    return drawOnWhite(bitmap);
  } finally {
    bitmap.close();
  }
}

async function readBytes(photo: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await photo.arrayBuffer());
  } catch (cause) {
    throw new CodedError('file-unreadable', describe(cause), { cause });
  }
}

async function decodeUpright(
  bytes: Uint8Array<ArrayBuffer>,
  { format, width, height }: CheckedPhoto,
): Promise<ImageBitmap> {
  // A blob of our own, since some engines choose the decoder by the type that the file claims.
  const blob = new Blob([bytes], { type: `image/${format}` });
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (cause) {
    const detail = `${format} of ${width} x ${height} cannot be decoded: ${describe(cause)}`;
    throw new CodedError('photo-damaged', detail, { cause });
  }
}

function drawOnWhite(bitmap: ImageBitmap): RgbaImage {
  const { width, height } = canvasSizeFor(bitmap.width, bitmap.height);
  try {
    const canvas = new OffscreenCanvas(width, height);
    // `willReadFrequently` keeps the canvas in memory: from the graphics processor, reading is slow.
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new CodedError('photo-too-large', `no canvas of ${width} x ${height}`);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    // Safari holds on to a canvas's memory for a while, so it is made small.
    // https://pqina.nl/blog/total-canvas-memory-use-exceeds-the-maximum-limit/
    canvas.width = 1;
    canvas.height = 1;
    return { data: new Uint8ClampedArray(data.buffer), width, height };
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('photo-too-large', `${width} x ${height}: ${describe(cause)}`, { cause });
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
