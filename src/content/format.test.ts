import { describe, expect, it } from 'vitest';
import { formatsOf } from './format';
import { firstLanguage } from './language';

const id = formatsOf(firstLanguage('id', []));
const en = formatsOf(firstLanguage('en', []));

describe('formats', () => {
  it('write numbers as the language does', () => {
    expect(id.share(0.9423)).toBe('94,2%');
    expect(en.share(0.9423)).toBe('94.2%');
    expect(id.megabytes(12_900_000)).toBe('12,9 MB');
    expect(id.megabytes(10_741_700_000)).toBe('10,7 GB');
    expect(en.seconds(1240)).toBe('1.2 seconds');
    expect(id.count(8371)).toBe('8.371');
    expect(id.date('2026-11-24')).toBe('24 November 2026');
  });

  it('never call a guess certain', () => {
    expect(id.probability(0.9996)).toBe('> 99%');
    expect(en.probability(0.0004)).toBe('< 1%');
    expect(en.probability(0.934)).toBe('93%');
  });
});
