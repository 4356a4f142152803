/** Refuses a file by its bytes, before memory is taken for pixels; decodes nothing. For browser and Node. */
import { CodedError } from '../domain/coded-error';
import { type ImageFormat, sniffFormat } from '../domain/image-format';
import { readImageHeader } from './image-header';

/**
 * 120 megapixels are 480 MB of RGBA. Room for what a 108-megapixel phone saves (12,000 x 9,000), and
 * about as much as a tab on a phone can be expected to get.
 */
export const MAX_PHOTO_PIXELS = 120_000_000;

/**
 * The largest photo, gone through 20 times: cameras and encoders need ten for a progressive JPEG. 2,000 times hold a
 * decoder for minutes.
 */
const MAX_DECODED_PIXELS = 20 * MAX_PHOTO_PIXELS;

export interface CheckedPhoto {
  format: ImageFormat;
  /** In pixels, as stored: before any EXIF rotation. */
  width: number;
  height: number;
}

/**
 * @param bytes a whole file
 * @throws CodedError `not-jpeg-or-png` by its first bytes, `photo-damaged` when it is cut off,
 *   names no size or has a wrong checksum, `photo-too-large` above MAX_PHOTO_PIXELS, in all scans
 *   together above 20 times that
 */
export function checkPhoto(bytes: Uint8Array): CheckedPhoto {
  const format = sniffFormat(bytes);
  if (!format) throw new CodedError('not-jpeg-or-png', 'neither JPEG nor PNG by its first bytes');
  const header = readImageHeader(bytes, format);
  if (!header) throw new CodedError('photo-damaged', `${format} without a size`);
  const { width, height, complete, scans } = header;
  if (!complete) throw new CodedError('photo-damaged', `${format} cut off or broken`);
  if (width * height > MAX_PHOTO_PIXELS) {
    throw new CodedError('photo-too-large', `${width} x ${height} pixels`);
  }
  if (width * height * scans > MAX_DECODED_PIXELS) {
    throw new CodedError('photo-too-large', `${width} x ${height} pixels in ${scans} scans`);
  }
  return { format, width, height };
}
