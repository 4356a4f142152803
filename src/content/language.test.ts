import { describe, expect, it } from 'vitest';
import { firstLanguage } from './language';

describe('firstLanguage', () => {
  it.each([
    [['id'], 'id'],
    [['id-ID', 'en-US'], 'id'],
    [['en-GB', 'id'], 'en'],
    [['jv-ID', 'id-ID', 'en'], 'id'],
    [['in-ID'], 'id'],
    [['nl-NL', 'fr'], 'en'],
    [['idu'], 'en'],
    [[], 'en'],
  ])('reads %j as %s', (browserLanguages, language) => {
    expect(firstLanguage(null, browserLanguages)).toBe(language);
  });

  it('prefers what was chosen before', () => {
    expect(firstLanguage('en', ['id-ID'])).toBe('en');
    expect(firstLanguage('id', ['en'])).toBe('id');
  });

  it('ignores a kept value that is no language of ours', () => {
    expect(firstLanguage('<script>', ['id-ID'])).toBe('id');
  });
});
