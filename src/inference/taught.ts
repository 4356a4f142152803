/**
 * What corrections change: a photo that looks like one of them is pulled towards its class, as far as it looks alike,
 * and never further than a bound. All other photos are answered as the shipped head answers them.
 */
import { EVIDENCE_PLACES, type Evidence } from '../domain/evidence';
import {
  EMBEDDING_LENGTH,
  type Lesson,
  lengthOf,
  type Sight,
  scaledToOne,
  type TeachReport,
} from '../domain/lesson';
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS } from '../domain/waste-class';

/**
 * Cosines to the nearest lesson above which a photo is alike, tried in this order until no other answers suffer: the
 * middle one of five views' cosines to a sixth is 0.71, one photo in a hundred of other things has 0.55.
 */
const FIRST_ALIKE = [0.55, 0.6, 0.65, 0.7] as const;
/** Up to there the pull grows. */
const GROWTH = 0.1;
/** By how much the lesson's class leads when a photo is fully alike. */
const LEAD = 3;
/** Most that a logit is lifted. */
const LARGEST_LIFT = 12;
/** Largest loss of the check photos' accuracy that is borne, 0 to 1. */
const LARGEST_LOSS = 0.01;

export interface Taught {
  /** What all photos have in common. */
  middle: Float32Array;
  directions: readonly { classIndex: number; direction: Float32Array }[];
  /** Cosine above which a photo is alike. */
  firstAlike: number;
}

/** @param check not empty */
export function teach(
  lessons: readonly Lesson[],
  check: readonly Lesson[],
): TeachReport & { taught: Taught | null } {
  const accuracyBefore = accuracy(check, null);
  const tries = FIRST_ALIKE.map((firstAlike) => {
    const taught = learn(lessons, check, firstAlike);
    return { taught, accuracyBefore, accuracyAfter: accuracy(check, taught) };
  });
  const [widest] = tries;
  if (!widest) throw new RangeError('no width to try');
  const best = tries.find(({ accuracyAfter }) => accuracyBefore - accuracyAfter <= LARGEST_LOSS);
  return best ? { ...best, isUndone: false } : { ...widest, taught: null, isUndone: true };
}

/** Share of photos whose top class is theirs. */
export function accuracy(photos: readonly Lesson[], taught: Taught | null): number {
  const right = photos.filter((photo) => {
    const logits = withTaught(photo, taught);
    return WASTE_CLASS_IDS[logits.indexOf(Math.max(...logits))] === photo.class;
  });
  return right.length / photos.length;
}

/** The shipped head's logits and what was taught. */
export function withTaught(sight: Sight, taught: Taught | null): Float32Array {
  const lift = taught && liftOf(sight, taught);
  if (!lift) return sight.logits;
  const logits = sight.logits.slice();
  logits[lift.classIndex] = (logits[lift.classIndex] ?? 0) + lift.amount;
  return logits;
}

/**
 * Exact as before: likeness is a sum over places, and the lift is shared out among them by it.
 *
 * @param features `places × channels`, as the head takes them
 */
export function taughtEvidence(
  evidence: Evidence,
  features: Float32Array,
  sight: Sight,
  taught: Taught,
): Evidence {
  const lift = liftOf(sight, taught);
  if (!lift) return evidence;
  const { direction, classIndex, amount } = lift;
  const length = lengthOf(sumOverPlaces(features));
  const common = dot(taught.middle, direction) / EVIDENCE_PLACES;
  const shares = Float32Array.from({ length: EVIDENCE_PLACES }, (_, place) => {
    const here = features.subarray(place * EMBEDDING_LENGTH, (place + 1) * EMBEDDING_LENGTH);
    return dot(here, direction) / length - common;
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  const result = evidence.slice();
  for (const [place, share] of shares.entries()) {
    const index = place * WASTE_CLASS_COUNT + classIndex;
    result[index] = (result[index] ?? 0) + (amount * share) / total;
  }
  return result;
}

/** @param features `places × channels` */
export function embeddingOf(features: Float32Array): Float32Array {
  return scaledToOne(sumOverPlaces(features));
}

/** The nearest lesson decides. */
function liftOf({ logits, embedding }: Sight, { middle, directions, firstAlike }: Taught) {
  const own = directionOf(embedding, middle);
  const nearest = directions
    .map((lesson) => ({ ...lesson, cosine: dot(own, lesson.direction) }))
    .reduce<{ classIndex: number; direction: Float32Array; cosine: number } | undefined>(
      (best, lesson) => (best && best.cosine >= lesson.cosine ? best : lesson),
      undefined,
    );
  if (!nearest) return undefined;
  const { classIndex, direction, cosine } = nearest;
  const likeness = Math.min(1, (cosine - firstAlike) / GROWTH);
  const rivals = logits.filter((_, index) => index !== classIndex);
  const missing = Math.max(...rivals) + LEAD - (logits[classIndex] ?? 0);
  // Nothing, too, where it is not alike.
  const amount = likeness * Math.min(LARGEST_LIFT, Math.max(0, missing));
  return amount > 0 ? { classIndex, direction, amount } : undefined;
}

function learn(lessons: readonly Lesson[], check: readonly Lesson[], firstAlike: number): Taught {
  const middle = new Float32Array(EMBEDDING_LENGTH);
  for (const { embedding } of check) {
    for (const [channel, value] of embedding.entries()) {
      middle[channel] = (middle[channel] ?? 0) + value / check.length;
    }
  }
  const directions = lessons.map(({ class: id, embedding }) => ({
    classIndex: WASTE_CLASS_IDS.indexOf(id),
    direction: directionOf(embedding, middle),
  }));
  return { middle, directions, firstAlike };
}

function directionOf(embedding: Float32Array, middle: Float32Array): Float32Array {
  return scaledToOne(embedding.map((value, channel) => value - (middle[channel] ?? 0)));
}

function sumOverPlaces(features: Float32Array): Float32Array {
  const sums = new Float32Array(EMBEDDING_LENGTH);
  for (const [index, feature] of features.entries()) {
    const channel = index % EMBEDDING_LENGTH;
    sums[channel] = (sums[channel] ?? 0) + feature;
  }
  return sums;
}

function dot(left: Float32Array, right: Float32Array): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}
