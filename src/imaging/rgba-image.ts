/** The one shape of a decoded photo, from a browser's canvas or from sharp. A type, no code. */

export interface RgbaImage {
  /** `width * height * 4` bytes, row by row, sRGB; opaque, since transparency was laid on white. */
  data: Uint8ClampedArray;
  /** In pixels, upright: after any EXIF rotation. */
  width: number;
  height: number;
}
