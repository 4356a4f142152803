/** How large a photo may stand on a canvas in every browser; knows sizes, draws nothing. */

/** Safari draws on no larger canvas. https://pqina.nl/blog/canvas-area-exceeds-the-maximum-limit/ */
const MAX_CANVAS_PIXELS = 16_777_216;
/** Firefox's bound on either side, the smallest among the engines. */
const MAX_CANVAS_SIDE = 32_767;

export interface CanvasSize {
  width: number;
  height: number;
}

/**
 * The photo's own size where a canvas can hold it, else the largest that fits. Its shape may change
 * by a few pixels; the photo is squashed to a square in the end.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @returns whole pixels, each side at least 1
 */
export function canvasSizeFor(width: number, height: number): CanvasSize {
  const shorter = {
    width: Math.min(width, MAX_CANVAS_SIDE),
    height: Math.min(height, MAX_CANVAS_SIDE),
  };
  const pixels = shorter.width * shorter.height;
  if (pixels <= MAX_CANVAS_PIXELS) return shorter;
  const scale = Math.sqrt(MAX_CANVAS_PIXELS / pixels);
  return {
    width: Math.max(Math.floor(shorter.width * scale), 1),
    height: Math.max(Math.floor(shorter.height * scale), 1),
  };
}
