import { describe, expect, it } from 'vitest';
import { type Lesson, lessonsFile, MOST_LESSONS, parseLessons, scaledToOne } from './lesson';

const lesson: Lesson = {
  class: 'glass',
  logits: Float32Array.from([1.5, -2, 0, 0.25, 0, 0, 0, 0, 3]),
  embedding: scaledToOne(Float32Array.from({ length: 512 }, (_, index) => index % 5)),
};

function changed(change: (file: { lessons: Record<string, unknown>[] }) => void): string {
  const file = JSON.parse(lessonsFile([lesson], '4'));
  change(file);
  return JSON.stringify(file);
}

describe('a file of lessons', () => {
  it('comes back as it was, to a 500th of the largest value', () => {
    const [read] = parseLessons(lessonsFile([lesson], '4'), '4');
    expect(read?.class).toBe('glass');
    expect(read?.logits).toEqual(lesson.logits);
    const largest = Math.max(...lesson.embedding);
    for (const [channel, value] of lesson.embedding.entries()) {
      expect(Math.abs((read?.embedding[channel] ?? 0) - value)).toBeLessThan(largest / 250);
    }
  });

  it('is the same when it is written again', () => {
    const file = lessonsFile([lesson], '4');
    expect(lessonsFile(parseLessons(file, '4'), '4')).toBe(file);
  });

  it.each([
    ['no JSON', 'lessons'],
    ['another format', changed((file) => Object.assign(file, { format: 2 }))],
    ['another model', lessonsFile([lesson], '3')],
    [
      'an unknown class',
      changed(({ lessons: [first] }) => Object.assign(first ?? {}, { class: 'x' })),
    ],
    [
      'eight logits',
      changed(({ lessons: [first] }) => Object.assign(first ?? {}, { logits: Array(8).fill(0) })),
    ],
    ['an endless logit', lessonsFile([lesson], '4').replace('"logits":[1.5', '"logits":[1e999')],
    [
      'a short embedding',
      changed(({ lessons: [first] }) => Object.assign(first ?? {}, { embedding: 'AAAA' })),
    ],
    ['too many lessons', lessonsFile(Array(MOST_LESSONS + 1).fill(lesson), '4')],
    ['megabytes', `${' '.repeat(3e6)}${lessonsFile([lesson], '4')}`],
  ])('is refused with %s', (_, text) => {
    expect(() => parseLessons(text, '4')).toThrow(/lessons-invalid/);
  });
});
