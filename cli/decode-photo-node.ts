/** A photo's file to upright RGBA pixels in Node; twin of src/imaging/read-photo.ts, same refusals. */
import { open } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { CodedError } from '../src/domain/coded-error';
import { sniffFormat } from '../src/domain/image-format';
import { checkPhoto, MAX_PHOTO_PIXELS } from '../src/imaging/check-photo';

/** More than any format's signature needs; a film is refused without being read. */
const SIGNATURE_BYTES = 32;

// Every photo is seen once: libvips' cache would only grow.
sharp.cache(false);
// One thread a photo; the command line runs several photos at once instead.
sharp.concurrency(1);

export interface RgbaImage {
  /** `width * height * 4` bytes, row by row, sRGB; opaque, since transparency was laid on white. */
  data: Uint8ClampedArray;
  /** In pixels, upright: after any EXIF rotation. */
  width: number;
  height: number;
}

/**
 * @param path of a file; name and ending are not believed
 * @throws CodedError `file-unreadable` (folders too), `not-jpeg-or-png`, `photo-damaged` or
 *   `photo-too-large`
 */
export async function decodePhotoFile(path: string): Promise<RgbaImage> {
  return decodePhotoBytes(await readPhotoFile(path));
}

/**
 * Grey, CMYK and 16-bit photos come as 8-bit sRGB, transparent ones laid on white.
 *
 * @param bytes of a whole file
 * @throws CodedError `not-jpeg-or-png`, `photo-damaged` or `photo-too-large`
 */
export async function decodePhotoBytes(bytes: Uint8Array): Promise<RgbaImage> {
  checkPhoto(bytes);
  try {
    const photo = sharp(bytes, {
      // As browsers do: a wrong byte inside a photo is drawn, a missing part is not.
      failOn: 'truncated',
      limitInputPixels: MAX_PHOTO_PIXELS,
    }).autoOrient();
    const { space, hasProfile } = await photo.metadata();
    const isBareCmyk = space === 'cmyk' && !hasProfile;
    const { data, info } = await (isBareCmyk ? asInk(photo) : asSrgbOnWhite(photo))
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (isBareCmyk) inkToRgba(data);
    return {
      data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
    };
  } catch (cause) {
    throw new CodedError('photo-damaged', describe(cause), { cause });
  }
}

function asSrgbOnWhite(photo: Sharp): Sharp {
  return photo.flatten({ background: '#fff' }).toColourspace('srgb').ensureAlpha();
}

/** Four channels of ink, which a JPEG without a colour profile does not say how to mix. */
function asInk(photo: Sharp): Sharp {
  return photo.pipelineColourspace('cmyk').toColourspace('cmyk');
}

/** In place, as Chromium mixes ink without a profile; sharp would take a profile of its own. */
function inkToRgba(ink: Uint8Array): void {
  for (let pixel = 0; pixel < ink.length; pixel += 4) {
    const light = 255 - (ink[pixel + 3] ?? 0);
    for (let channel = pixel; channel < pixel + 3; channel += 1) {
      ink[channel] = Math.round(((255 - (ink[channel] ?? 0)) * light) / 255);
    }
    ink[pixel + 3] = 255;
  }
}

async function readPhotoFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const signature = new Uint8Array(SIGNATURE_BYTES);
      const { bytesRead } = await file.read(signature, 0, SIGNATURE_BYTES, 0);
      const start = signature.subarray(0, bytesRead);
      return sniffFormat(start) ? await file.readFile() : start;
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new CodedError('file-unreadable', describe(cause), { cause });
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
