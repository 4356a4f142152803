/** A model version on one backend: RGB bytes in, classification out. Browser worker and Node share it. */
import {
  type Classification,
  calibratedProbabilities,
  decideVerdict,
  rankClasses,
  topClass,
} from '../domain/classification';
import { CodedError } from '../domain/coded-error';
import type { BackendReport } from '../domain/engine-status';
import type { Manifest } from '../domain/manifest';
import { goldenInput } from './golden-input';
import { loadVgg16, type Vgg16 } from './vgg16';
import { decodeLayers } from './weight-codec';

export interface Classifier {
  readonly backend: BackendReport;
  readonly manifest: Manifest;
  /** `rgb`: upright, `size × size × 3` bytes of the manifest's input size. */
  classify(rgb: Uint8Array): Promise<Classification>;
  /** Largest distance of the golden input's logits from the known ones. */
  goldenError(): Promise<number>;
  dispose(): void;
}

/**
 * Loads the weights into the backend that is active. `shards`: gzipped bytes in manifest order,
 * hashes checked. Throws a CodedError `model-corrupt` when they do not fit the manifest.
 */
export async function loadClassifier(
  manifest: Manifest,
  shards: AsyncIterable<Uint8Array<ArrayBuffer>>,
  backend: BackendReport,
): Promise<Classifier> {
  const { size } = manifest.input;
  const layers = decodeLayers(manifest.layers, manifest.shards, shards);
  const network = await loadVgg16(layers, size);
  return {
    backend,
    manifest,
    classify: (rgb) => classify(network, manifest, rgb),
    async goldenError() {
      const logits = await network.logits(normalise(goldenInput(size), manifest.input));
      return largestDifference(logits, manifest.golden.logits);
    },
    dispose: () => network.dispose(),
  };
}

async function classify(
  network: Vgg16,
  manifest: Manifest,
  rgb: Uint8Array,
): Promise<Classification> {
  const startMs = performance.now();
  const logits = await network.logits(normalise(rgb, manifest.input));
  if (!logits.every(Number.isFinite)) throw new CodedError('inference-failed', 'logits not finite');
  const ranking = rankClasses(calibratedProbabilities(logits, manifest.temperature));
  const verdict = decideVerdict(topClass({ ranking }).probability, manifest.verdict);
  return { ranking, verdict, elapsedMs: performance.now() - startMs };
}

/** `(rgb / 255 - mean) / sd` for each channel. Throws a RangeError on a wrong length. */
export function normalise(rgb: Uint8Array, input: Manifest['input']): Float32Array {
  const expectedLength = input.size * input.size * 3;
  if (rgb.length !== expectedLength) {
    throw new RangeError(`${rgb.length} bytes of RGB instead of ${expectedLength}`);
  }
  const { mean, sd } = input;
  const pixels = new Float32Array(rgb.length);
  for (let index = 0; index < rgb.length; index += 3) {
    pixels[index] = ((rgb[index] ?? 0) / 255 - mean[0]) / sd[0];
    pixels[index + 1] = ((rgb[index + 1] ?? 0) / 255 - mean[1]) / sd[1];
    pixels[index + 2] = ((rgb[index + 2] ?? 0) / 255 - mean[2]) / sd[2];
  }
  return pixels;
}

/** Infinity when a logit is not a number, so that NaN never passes as right. */
function largestDifference(found: Float32Array, expected: readonly number[]): number {
  const differences = expected.map((value, index) =>
    Math.abs((found[index] ?? Number.NaN) - value),
  );
  return differences.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...differences);
}
