import { describe, expect, it } from 'vitest';
import { FORMATS } from './format';

describe('formats', () => {
  it('write numbers as the language does', () => {
    expect(FORMATS.id.share(0.9423)).toBe('94,2%');
    expect(FORMATS.en.share(0.9423)).toBe('94.2%');
    expect(FORMATS.id.megabytes(12_900_000)).toBe('12,9 MB');
    expect(FORMATS.en.seconds(1240)).toBe('1.2 seconds');
    expect(FORMATS.id.count(8371)).toBe('8.371');
    expect(FORMATS.id.date('2026-11-24')).toBe('24 November 2026');
  });

  it('never call a guess certain', () => {
    expect(FORMATS.id.probability(0.9996)).toBe('> 99%');
    expect(FORMATS.en.probability(0.0004)).toBe('< 1%');
    expect(FORMATS.en.probability(0.934)).toBe('93%');
  });
});
