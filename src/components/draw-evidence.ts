/** An evidence map as colours: one for, one against, the stronger the more opaque. */
import { smoothMap } from '../domain/evidence';

/** Purple-red and blue-green: apart for colour-blind eyes, and no bin has them. main.css has the same in its legend. */
const FOR = [200, 24, 140] as const;
const AGAINST = [0, 150, 165] as const;
/** The browser smooths from here to the size on screen. */
const SIDE = 112;

/** `map`: 7 × 7. The canvas takes its own small size; styles stretch it over the photo. */
export function drawEvidence(canvas: HTMLCanvasElement, map: Float32Array): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  canvas.width = SIDE;
  canvas.height = SIDE;
  const values = smoothMap(map, SIDE);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const image = context.createImageData(SIDE, SIDE);
  for (const [index, value] of values.entries()) {
    const alpha = largest > 0 ? Math.abs(value) / largest : 0;
    image.data.set([...(value > 0 ? FOR : AGAINST), 255 * alpha], 4 * index);
  }
  context.putImageData(image, 0, 0);
}
