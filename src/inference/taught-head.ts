/** What was taught on this device, added to the shipped head: a small linear head on the averaged features. */
import { EVIDENCE_PLACES, type Evidence } from '../domain/evidence';
import { EMBEDDING_LENGTH, lengthOf, type Sight, scaledToOne } from '../domain/lesson';
import { WASTE_CLASS_COUNT } from '../domain/waste-class';

export interface TaughtHead {
  /** `channels × classes`, on the embedding. */
  weights: Float32Array;
  /** Nine. */
  biases: Float32Array;
}

/** @param features `places × channels`, as the head takes them */
export function embeddingOf(features: Float32Array): Float32Array {
  return scaledToOne(sumOverPlaces(features));
}

/** What it adds to each logit. */
export function taughtLogits(head: TaughtHead, embedding: Float32Array): Float32Array {
  const added = head.biases.slice();
  addProduct(added, embedding, head.weights, 1);
  return added;
}

export function withTaught({ logits, embedding }: Sight, head: TaughtHead): Float32Array {
  const added = taughtLogits(head, embedding);
  return logits.map((logit, id) => logit + (added[id] ?? 0));
}

/** Exact as before: the embedding is a sum over places, so what was taught splits over them, too. */
export function taughtEvidence(
  evidence: Evidence,
  features: Float32Array,
  { weights }: TaughtHead,
): Evidence {
  const length = lengthOf(sumOverPlaces(features)) || 1;
  const taught = evidence.slice();
  for (let place = 0; place < EVIDENCE_PLACES; place++) {
    const parts = taught.subarray(place * WASTE_CLASS_COUNT, (place + 1) * WASTE_CLASS_COUNT);
    const here = features.subarray(place * EMBEDDING_LENGTH, (place + 1) * EMBEDDING_LENGTH);
    addProduct(parts, here, weights, 1 / length);
  }
  return taught;
}

function sumOverPlaces(features: Float32Array): Float32Array {
  const sums = new Float32Array(EMBEDDING_LENGTH);
  for (const [index, feature] of features.entries()) {
    const channel = index % EMBEDDING_LENGTH;
    sums[channel] = (sums[channel] ?? 0) + feature;
  }
  return sums;
}

/** `sums += factor * vector · weights`. */
function addProduct(
  sums: Float32Array,
  vector: Float32Array,
  weights: Float32Array,
  factor: number,
): void {
  for (const [channel, value] of vector.entries()) {
    if (value === 0) continue;
    for (let id = 0; id < WASTE_CLASS_COUNT; id++) {
      const weight = weights[channel * WASTE_CLASS_COUNT + id] ?? 0;
      sums[id] = (sums[id] ?? 0) + factor * value * weight;
    }
  }
}
