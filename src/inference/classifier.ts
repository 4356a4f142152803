/** A model version on one backend: RGB bytes in, classifications out. Browser worker and Node share it. */
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
import type { Network, NetworkOutput } from './network';
import { embeddingOf, type Taught, taughtEvidence, withTaught } from './taught';

export interface Classifier {
  readonly backend: BackendReport;
  readonly manifest: Manifest;
  /** `rgb`: upright, `size × size × 3` bytes of the manifest's input size. */
  classify(rgb: Uint8Array): Promise<Classification>;
  /** 1 to 8 photos, which a backend may compute together. One that fails fails them all. */
  classifyTogether(photos: readonly Uint8Array[]): Promise<Classification[]>;
  /** Changes answers from now on; null takes that away. */
  teach(taught: Taught | null): void;
  /** Largest distance of the golden input's logits from the known ones. */
  goldenError(): Promise<number>;
  dispose(): void;
}

/** Takes the network over. */
export function createClassifier(
  manifest: Manifest,
  network: Network,
  backend: BackendReport,
): Classifier {
  let taught: Taught | null = null;
  const classifyTogether = async (photos: readonly Uint8Array[]) => {
    const startMs = performance.now();
    const outputs = await network.run(photos.map((rgb) => normalise(rgb, manifest.input)));
    const elapsedMs = (performance.now() - startMs) / photos.length;
    return outputs.map((output) => toClassification(output, manifest, taught, elapsedMs));
  };
  return {
    backend,
    manifest,
    classifyTogether,
    async classify(rgb) {
      const [classification] = await classifyTogether([rgb]);
      if (!classification) throw new CodedError('inference-failed', 'no answer');
      return classification;
    },
    teach: (lessons) => {
      taught = lessons;
    },
    async goldenError() {
      const pixels = normalise(goldenInput(manifest.input.size), manifest.input);
      const [output] = await network.run([pixels]);
      return largestDifference(output?.logits ?? new Float32Array(), manifest.golden.logits);
    },
    dispose: () => network.dispose(),
  };
}

function toClassification(
  { logits, evidence, features }: NetworkOutput,
  manifest: Manifest,
  taught: Taught | null,
  elapsedMs: number,
): Classification {
  if (!logits.every(Number.isFinite)) throw new CodedError('inference-failed', 'logits not finite');
  const sight = { logits, embedding: embeddingOf(features) };
  const shipped = { ...answerOf(logits, manifest), evidence, sight, elapsedMs, isTaught: false };
  if (!taught) return shipped;
  const answer = answerOf(withTaught(sight, taught), manifest);
  const isTaught =
    topClass(answer).id !== topClass(shipped).id || answer.verdict !== shipped.verdict;
  return {
    ...shipped,
    ...answer,
    evidence: taughtEvidence(evidence, features, sight, taught),
    isTaught,
  };
}

function answerOf(logits: Float32Array, { temperature, verdict }: Manifest) {
  const ranking = rankClasses(calibratedProbabilities(logits, temperature));
  return { ranking, verdict: decideVerdict(ranking, verdict) };
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
