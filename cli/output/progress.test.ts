import { describe, expect, it } from 'vitest';
import { progressLine } from './progress';

const state = { done: 1234, total: 10_000, perSecond: 6.25, name: 'photos/a.jpg' };

describe('progressLine', () => {
  it('tells how many, how fast, how long and which', () => {
    expect(progressLine(state, 80)).toBe(
      '1,234 of 10,000 · 6.3 a second · 23 min left · photos/a.jpg',
    );
  });

  it.each([
    [6.25 / 60, '23 h 23 min left'],
    [200, '44 s left'],
    [0, 'a second · photos'],
  ])('says the time left at %f a second in words that fit it', (perSecond, words) => {
    expect(progressLine({ ...state, perSecond }, 80)).toContain(words);
  });

  it('says no total before it is known', () => {
    expect(progressLine({ ...state, total: undefined }, 80)).toBe(
      '1,234 · 6.3 a second · photos/a.jpg',
    );
  });

  it('is never as wide as the terminal, and lets no name speak to it', () => {
    const name = `${'long/'.repeat(50)}\u001b[31mend.jpg`;
    for (let columns = 1; columns < 120; columns += 1) {
      const line = progressLine({ ...state, name }, columns);
      expect([...line].length).toBeLessThan(columns);
      expect(line).not.toContain('\u001b');
    }
    expect(progressLine({ ...state, name }, 80)).toMatch(/…\S*end\.jpg$/);
  });
});
