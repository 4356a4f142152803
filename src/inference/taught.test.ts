import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Lesson, lengthOf, parseCheckPhotos, scaledToOne } from '../domain/lesson';
import { MODEL_VERSION } from '../domain/model-version';
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';
import { accuracy, embeddingOf, taughtEvidence, teach, withTaught } from './taught';

const check = parseCheckPhotos(
  readFileSync(`public/model/${MODEL_VERSION}/check-photos.json`, 'utf8'),
  MODEL_VERSION,
);

/** Of channels that no photo has much of, so that it looks like nothing else. */
function strange(id: WasteClassId, seed = 0): Lesson {
  const logits = Float32Array.from({ length: WASTE_CLASS_COUNT }, (_, index) => -index);
  const embedding = scaledToOne(
    Float32Array.from({ length: 512 }, (_, channel) =>
      channel % 7 === 0 ? 1 + 0.1 * Math.sin(channel * (seed + 1)) : 0,
    ),
  );
  return { class: id, logits, embedding };
}

const five = [0, 1, 2, 3, 4].map((seed) => strange('paper', seed));
const sixth = strange('paper', 5);
const topOf = (logits: Float32Array) => WASTE_CLASS_IDS[logits.indexOf(Math.max(...logits))];

describe('the shipped check photos', () => {
  it('are ten of each class, most of them right', () => {
    for (const id of WASTE_CLASS_IDS) {
      expect(check.filter((photo) => photo.class === id)).toHaveLength(10);
    }
    expect(accuracy(check, null)).toBeGreaterThan(0.9);
  });
});

describe('teach', () => {
  it('has a photo like the lessons come out as they say, and no check photo suffer', () => {
    const { taught, ...report } = teach(five, check);
    expect(topOf(withTaught(sixth, null))).toBe('battery');
    expect(topOf(withTaught(sixth, taught))).toBe('paper');
    expect(report).toEqual({
      accuracyBefore: accuracy(check, null),
      accuracyAfter: accuracy(check, null),
      isUndone: false,
    });
  });

  it('leaves the logits of other photos as they are', () => {
    const { taught } = teach(five, check);
    for (const photo of check) expect(withTaught(photo, taught)).toEqual(photo.logits);
  });

  it('takes nothing over that makes the check photos worse by more than a point', () => {
    const wrongly = check
      .filter((photo) => photo.class === 'glass')
      .map((photo) => ({ ...photo, class: 'organic' as const }));
    const { taught, accuracyBefore, accuracyAfter, isUndone } = teach(wrongly, check);
    expect(isUndone).toBe(true);
    expect(taught).toBeNull();
    expect(accuracyBefore - accuracyAfter).toBeGreaterThan(0.05);
  });

  it('lifts a class no further than its bound', () => {
    const [photo] = five;
    if (!photo) throw new Error('five lessons');
    const sure = { ...photo, logits: Float32Array.from([60, 0, 0, 0, 0, 0, 0, 0, 0]) };
    const { taught } = teach([sure], check);
    const lifted = withTaught(sure, taught);
    expect(lifted[WASTE_CLASS_IDS.indexOf('paper')]).toBeCloseTo(12, 3);
    expect(topOf(lifted)).toBe('battery');
  });

  it('follows the nearest of lessons that disagree', () => {
    const other = strange('metal');
    other.embedding = scaledToOne(other.embedding.map((value, index) => (index % 14 ? value : 0)));
    const { taught } = teach([...five, other], check);
    expect(topOf(withTaught(other, taught))).toBe('metal');
    expect(topOf(withTaught(sixth, taught))).toBe('paper');
  });
});

describe('taughtEvidence', () => {
  it('shares what was taught out over the 49 places, exactly', () => {
    const { taught } = teach(five, check);
    if (!taught) throw new Error('nothing was taught');
    const features = Float32Array.from({ length: 49 * 512 }, (_, index) =>
      (index % 512) % 7 === 0 ? 1 + Math.sin(Math.floor(index / 512)) : 0,
    );
    const sight = { logits: sixth.logits, embedding: embeddingOf(features) };
    const evidence = new Float32Array(49 * WASTE_CLASS_COUNT).fill(0.5);
    const changed = taughtEvidence(evidence, features, sight, taught);
    const before = Array.from(sight.logits);
    const after = Array.from(withTaught(sight, taught));
    for (const [id, logit] of after.entries()) {
      let parts = 0;
      for (let place = 0; place < 49; place++) {
        const index = place * WASTE_CLASS_COUNT + id;
        parts += (changed[index] ?? 0) - (evidence[index] ?? 0);
      }
      expect(Math.abs(parts - (logit - (before[id] ?? 0))), String(id)).toBeLessThan(1e-3);
    }
    expect(changed).not.toEqual(evidence);
  });

  it('gives nothing to a place that shows only what all photos have in common', () => {
    const { taught } = teach(five, check);
    if (!taught) throw new Error('nothing was taught');
    const features = Float32Array.from({ length: 49 * 512 }, (_, index) =>
      (index % 512) % 7 === 0 ? 1 : 0,
    );
    // Its own features are part of the length that they are measured by.
    for (let round = 0; round < 20; round++) {
      const sums = new Float32Array(512);
      for (const [index, value] of features.entries())
        sums[index % 512] = (sums[index % 512] ?? 0) + value;
      features.set(
        taught.middle.map((value) => (value * lengthOf(sums)) / 49),
        0,
      );
    }
    const sight = { logits: sixth.logits, embedding: embeddingOf(features) };
    const changed = taughtEvidence(
      new Float32Array(49 * WASTE_CLASS_COUNT),
      features,
      sight,
      taught,
    );
    const paper = WASTE_CLASS_IDS.indexOf('paper');
    expect(Math.abs(changed[paper] ?? Number.NaN)).toBeLessThan(1e-4);
    expect(changed[WASTE_CLASS_COUNT + paper]).toBeGreaterThan(0.05);
  });
});
