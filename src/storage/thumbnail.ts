/** Draws the small picture that the history keeps: new pixels, so nothing else of the photo's file can be in it. */
import { CodedError } from '../domain/coded-error';
import { sniffFormat } from '../domain/image-format';
import { bareJpeg, THUMBNAIL_PX } from './bare-jpeg';

const QUALITY = 0.7;

export async function drawThumbnail(photo: Blob): Promise<Uint8Array<ArrayBuffer>> {
  // A name may have given the file a wrong type, by which browsers choose the decoder.
  const start = new Uint8Array(await photo.slice(0, 8).arrayBuffer());
  const typed = photo.slice(0, photo.size, `image/${sniffFormat(start)}`);
  const { width, height } = await sizeOf(typed);
  const scale = Math.min(1, THUMBNAIL_PX / Math.max(width, height));
  const small = await createImageBitmap(typed, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'medium',
  });
  const canvas = document.createElement('canvas');
  canvas.width = small.width;
  canvas.height = small.height;
  const context = canvas.getContext('2d');
  if (!context) throw new CodedError('history-unavailable', 'no canvas');
  // JPEG knows no transparency: white, as the network sees it.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(small, 0, 0);
  small.close();
  const drawn = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY),
  );
  const bare = drawn && bareJpeg(new Uint8Array(await drawn.arrayBuffer()));
  if (!bare) throw new CodedError('history-unavailable', 'the canvas gave no JPEG');
  return bare;
}

/** Upright, from the file's head alone: the pixels are decoded off this thread, by `createImageBitmap`. */
async function sizeOf(photo: Blob): Promise<{ width: number; height: number }> {
  const url = URL.createObjectURL(photo);
  const image = new Image();
  try {
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = url;
    });
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(url);
  }
}
