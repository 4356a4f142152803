/** What the network sees of pictures that a page already shows or holds. Files are read in the worker. */
import { CodedError } from '../domain/coded-error';
import { PHOTO_SIZE } from '../domain/photo-size';
import { MAX_PHOTO_PIXELS } from '../imaging/check-photo';
import { squashInStrips } from '../imaging/read-photo';
import { PilahError } from './pilah-error';

/** A picture in the page. */
export type PictureSource =
  | HTMLImageElement
  | HTMLCanvasElement
  | HTMLVideoElement
  | ImageBitmap
  | ImageData;

/**
 * All but ImageData are read before this returns, so that a video may go on and a canvas be drawn on.
 *
 * @returns RGB of the network's size
 * @throws PilahError `source-unsupported`, `source-empty`, `source-tainted` or `photo-too-large`
 */
export async function readSource(source: PictureSource): Promise<Uint8Array<ArrayBuffer>> {
  if (!(source instanceof ImageData)) return readPixels(source);
  // A bitmap, since only drawing lays what is transparent on white.
  const bitmap = await createImageBitmap(source).catch((cause) => {
    throw new PilahError('source-empty', 'the ImageData has no pixels any more', { cause });
  });
  try {
    return readPixels(bitmap);
  } finally {
    bitmap.close();
  }
}

function readPixels(picture: Exclude<PictureSource, ImageData>): Uint8Array<ArrayBuffer> {
  const size = naturalSize(picture);
  if (size.width * size.height > MAX_PHOTO_PIXELS) {
    throw new PilahError('photo-too-large', `${size.width} x ${size.height} pixels`);
  }
  try {
    return squashInStrips(picture, size, PHOTO_SIZE);
  } catch (error) {
    const cause = error instanceof CodedError ? error.cause : error;
    if (!(cause instanceof DOMException) || cause.name !== 'SecurityError') throw error;
    const advice =
      'load the picture from your own origin, or with crossorigin="anonymous" and CORS';
    throw new PilahError('source-tainted', advice, { cause });
  }
}

/** In the picture's own pixels, whatever size the page shows it in. */
function naturalSize(picture: unknown): { width: number; height: number } {
  if (picture instanceof HTMLImageElement) {
    const { complete, naturalWidth: width, naturalHeight: height } = picture;
    return complete && width > 0 && height > 0
      ? { width, height }
      : empty('the image is not loaded: await image.decode() first');
  }
  if (picture instanceof HTMLVideoElement) {
    const { readyState, videoWidth: width, videoHeight: height } = picture;
    return readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && width > 0
      ? { width, height }
      : empty('the video has no frame yet: wait for its event "loadeddata"');
  }
  if (picture instanceof HTMLCanvasElement || picture instanceof ImageBitmap) {
    const { width, height } = picture;
    return width > 0 && height > 0
      ? { width, height }
      : empty('the canvas has no pixels, or the bitmap is closed');
  }
  const kinds = 'File, Blob, image, canvas or video element, ImageBitmap or ImageData';
  throw new PilahError('source-unsupported', `a source is a ${kinds}`);
}

function empty(detail: string): never {
  throw new PilahError('source-empty', detail);
}
