/**
 * Fits the taught head to a person's corrections: a regularised softmax regression on top of the shipped logits, in
 * which photos with known answers speak for leaving these as they are.
 */
import { calibratedProbabilities } from '../domain/classification';
import { type CheckPhotos, EMBEDDING_LENGTH, type Lesson, type Sight } from '../domain/lesson';
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS } from '../domain/waste-class';
import { type TaughtHead, withTaught } from './taught-head';

// Chosen by `npm run teach-study` on validation photos.
const DECAY = 0.003;
/** One lesson against one held photo. */
const LESSON_WEIGHT = 4;
/** Most that a class's logit may change, since embeddings have length 1. */
const LONGEST_WEIGHTS = 12;
const STEPS = 200;
const STEP_SIZE = 4;

/** Of the check photos' accuracy, 0 to 1. */
export const LARGEST_DROP = 0.01;

export interface Taught {
  /** Null when there is nothing to learn, or nothing was learnt. */
  head: TaughtHead | null;
  /** The check photos' accuracy with the shipped head, 0 to 1. */
  accuracyBefore: number;
  /** With the head that was fitted, also when that was undone. */
  accuracyAfter: number;
  /** It had become worse by more than `LARGEST_DROP`, so nothing is kept of it. */
  isUndone: boolean;
}

/** The same lessons always give the same head. */
export function teach(lessons: readonly Lesson[], { held, check }: CheckPhotos): Taught {
  const accuracyBefore = accuracy(check, null);
  if (lessons.length === 0) {
    return { head: null, accuracyBefore, accuracyAfter: accuracyBefore, isUndone: false };
  }
  const head = fitHead(lessons, held);
  const accuracyAfter = accuracy(check, head);
  const isUndone = accuracyBefore - accuracyAfter > LARGEST_DROP;
  return { head: isUndone ? null : head, accuracyBefore, accuracyAfter, isUndone };
}

export function accuracy(photos: readonly Lesson[], head: TaughtHead | null): number {
  const right = photos.filter((photo) => topId(photo, head) === photo.class);
  return right.length / photos.length;
}

function topId(sight: Sight, head: TaughtHead | null): string | undefined {
  const logits = head ? withTaught(sight, head) : sight.logits;
  return WASTE_CLASS_IDS[logits.indexOf(Math.max(...logits))];
}

interface Example {
  logits: Float32Array;
  /** The embedding without what all photos have in common. */
  direction: Float32Array;
  target: readonly number[];
  weight: number;
}

/** Gradient descent from zero; the loss is convex. */
function fitHead(lessons: readonly Lesson[], held: readonly Lesson[]): TaughtHead {
  const middle = meanEmbedding(held);
  const examples = [
    ...lessons.map((lesson) => toExample(lesson, middle, oneHot(lesson), LESSON_WEIGHT)),
    ...held.map((photo) => toExample(photo, middle, calibratedProbabilities(photo.logits, 1), 1)),
  ];
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float32Array(EMBEDDING_LENGTH * WASTE_CLASS_COUNT);
  const gradient = new Float32Array(weights.length);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const example of examples) addGradient(gradient, example, weights, total);
    for (const [index, slope] of gradient.entries()) {
      const weight = weights[index] ?? 0;
      weights[index] = weight - STEP_SIZE * (slope + DECAY * weight);
    }
  }
  bound(weights);
  // The middle is taken off here, once for all, so that a photo's own embedding can be multiplied.
  const biases = product(middle, weights).map((value) => -value);
  return { weights, biases };
}

function toExample(
  { logits, embedding }: Sight,
  middle: Float32Array,
  target: readonly number[],
  weight: number,
): Example {
  const direction = embedding.map((value, channel) => value - (middle[channel] ?? 0));
  return { logits, direction, target, weight };
}

function addGradient(
  gradient: Float32Array,
  { logits, direction, target, weight }: Example,
  weights: Float32Array,
  total: number,
): void {
  const added = product(direction, weights);
  const guess = calibratedProbabilities(
    logits.map((logit, id) => logit + (added[id] ?? 0)),
    1,
  );
  const errors = guess.map((value, id) => ((value - (target[id] ?? 0)) * weight) / total);
  for (const [channel, value] of direction.entries()) {
    for (const [id, error] of errors.entries()) {
      const index = channel * WASTE_CLASS_COUNT + id;
      gradient[index] = (gradient[index] ?? 0) + value * error;
    }
  }
}

function product(vector: Float32Array, weights: Float32Array): Float32Array {
  const sums = new Float32Array(WASTE_CLASS_COUNT);
  for (const [channel, value] of vector.entries()) {
    for (let id = 0; id < WASTE_CLASS_COUNT; id++) {
      sums[id] = (sums[id] ?? 0) + value * (weights[channel * WASTE_CLASS_COUNT + id] ?? 0);
    }
  }
  return sums;
}

/** Shortens each class's weights to the bound. */
function bound(weights: Float32Array): void {
  for (let id = 0; id < WASTE_CLASS_COUNT; id++) {
    let squares = 0;
    for (let index = id; index < weights.length; index += WASTE_CLASS_COUNT) {
      squares += (weights[index] ?? 0) ** 2;
    }
    const factor = Math.min(1, LONGEST_WEIGHTS / Math.sqrt(squares || 1));
    for (let index = id; index < weights.length; index += WASTE_CLASS_COUNT) {
      weights[index] = (weights[index] ?? 0) * factor;
    }
  }
}

function oneHot({ class: right }: Lesson): number[] {
  return WASTE_CLASS_IDS.map((id) => (id === right ? 1 : 0));
}

function meanEmbedding(photos: readonly Lesson[]): Float32Array {
  const mean = new Float32Array(EMBEDDING_LENGTH);
  for (const { embedding } of photos) {
    for (const [channel, value] of embedding.entries()) {
      mean[channel] = (mean[channel] ?? 0) + value / photos.length;
    }
  }
  return mean;
}
