/** A photo's file to what the network sees, in a browser; cli/decode-photo-node.ts and cli/classify-worker.ts do it in Node. */
import { CodedError } from '../domain/coded-error';
import type { CheckedPhoto } from './check-photo';
import { describe, openPhoto } from './open-photo';
import { startSquash } from './resize';

/** What one strip of the photo may hold: 1 MB of RGBA. */
const STRIP_PIXELS = 1 << 18;
/** Firefox's bound on either side of a canvas, the smallest among the engines. */
const MAX_CANVAS_SIDE = 32_767;

/** `willReadFrequently` keeps the canvas in memory: from the graphics processor, reading is slow. */
const CONTEXT_OPTIONS = { alpha: false, willReadFrequently: true };

/** As much of a canvas as reading needs; a page's and a worker's own both have it. */
export interface PhotoCanvas {
  getContext(kind: '2d', options: typeof CONTEXT_OPTIONS): PhotoContext | null;
}

type PhotoContext = Pick<
  OffscreenCanvasRenderingContext2D,
  'fillStyle' | 'fillRect' | 'drawImage' | 'getImageData'
>;

/**
 * Neither name nor MIME type of the file is believed. Transparency is laid on white, EXIF turns are done.
 *
 * @param size side of the square in pixels
 * @returns `size * size * 3` bytes, RGB, row by row
 * @throws CodedError `file-unreadable`, `not-jpeg-or-png`, `photo-damaged` or `photo-too-large`
 */
export async function readPhoto(
  photo: Blob,
  size: number,
  makeCanvas: (width: number, height: number) => PhotoCanvas = offscreenCanvas,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, ...checked } = await openPhoto(photo);
  const bitmap = await decodeUpright(bytes, checked);
  try {
    return squashInStrips(bitmap, bitmap, size, makeCanvas);
  } finally {
    bitmap.close();
  }
}

function offscreenCanvas(width: number, height: number): PhotoCanvas {
  return new OffscreenCanvas(width, height);
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

/**
 * A picture that can be drawn, on white. In strips: a canvas of the whole photo would take its size in memory twice more,
 * and Safari has none above 16.7 megapixels.
 *
 * @param natural its size in its own pixels, at least 1 × 1
 * @param size side of the square in pixels
 * @returns `size * size * 3` bytes, RGB, row by row
 * @throws CodedError `photo-too-large`; its cause is a SecurityError where pixels of another origin may not be read
 */
export function squashInStrips(
  picture: CanvasImageSource,
  natural: { width: number; height: number },
  size: number,
  makeCanvas: (width: number, height: number) => PhotoCanvas = offscreenCanvas,
): Uint8Array<ArrayBuffer> {
  const { height } = natural;
  const width = Math.min(natural.width, MAX_CANVAS_SIDE);
  const stripRows = Math.min(Math.max(Math.floor(STRIP_PIXELS / width), 1), height);
  try {
    const context = makeCanvas(width, stripRows).getContext('2d', CONTEXT_OPTIONS);
    if (!context) throw new CodedError('photo-too-large', `no canvas of ${width} x ${stripRows}`);
    const squash = startSquash(width, height, size);
    context.fillStyle = '#fff';
    for (let top = 0; top < height; top += stripRows) {
      const rows = Math.min(stripRows, height - top);
      context.fillRect(0, 0, width, rows);
      context.drawImage(picture, 0, top, natural.width, rows, 0, 0, width, rows);
      squash.addRows(context.getImageData(0, 0, width, rows).data);
    }
    return squash.finish();
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('photo-too-large', `${width} x ${height}: ${describe(cause)}`, { cause });
  }
}
