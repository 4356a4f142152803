/**
 * Times our own engine as the command line's one job has it, for batch/bench.py, which times onnxruntime in turn.
 *
 *     tsx batch/time-engine.ts RGB
 *
 * RGB holds 224 × 224 × 3 bytes a photo. The first line says what computes. For each line on standard input, a number of photos that are given to the
 * engine together, it takes all photos once and answers with a line of milliseconds a photo, one for each group.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadModel } from '../cli/load-model';
import { MODEL_VERSION } from '../src/domain/model-version';
import { PHOTO_SIZE } from '../src/domain/photo-size';
import { detectFeatures } from '../src/inference/winograd/features';

const PHOTO_BYTES = PHOTO_SIZE * PHOTO_SIZE * 3;

const rgb = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const photos = Array.from({ length: rgb.length / PHOTO_BYTES }, (_, index) =>
  rgb.subarray(index * PHOTO_BYTES, (index + 1) * PHOTO_BYTES),
);
const classifier = await loadModel(`public/model/${MODEL_VERSION}`);
const { hasRelaxedSimd } = detectFeatures();
process.stdout.write(
  `Node ${process.version}, ${hasRelaxedSimd ? 'relaxed ' : ''}SIMD, one thread\n`,
);
for await (const line of createInterface({ input: process.stdin })) {
  const together = Number(line);
  const times: number[] = [];
  for (let first = 0; first + together <= photos.length; first += together) {
    const started = performance.now();
    await classifier.classifyTogether(photos.slice(first, first + together));
    times.push((performance.now() - started) / together);
  }
  process.stdout.write(`${times.join(' ')}\n`);
}
