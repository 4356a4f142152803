import { describe, expect, it } from 'vitest';
import { type Connection, createDownloadConsent } from './download-consent';

/** A browser over several visits. */
function browser(connection?: Connection) {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return { visit: (version = '4') => createDownloadConsent(storage, version, () => connection) };
}

describe('consent to the download', () => {
  it.each([
    ['a browser that tells nothing', undefined],
    ['an ordinary connection', { saveData: false, type: 'wifi' }],
  ])('is not asked for with %s', (_, connection) => {
    expect(browser(connection).visit().offer()).toBeNull();
  });

  it.each([
    ['saved data', { saveData: true }],
    ['a mobile connection', { type: 'cellular' }],
  ])('is asked for with %s, once for each model version', (_, connection) => {
    const { visit } = browser(connection);
    const consent = visit();
    expect(consent.offer()).toBe('metered');
    consent.agree();
    expect(consent.offer()).toBeNull();
    expect(visit().offer()).toBeNull();
    expect(visit('5').offer()).toBe('metered');
  });

  it('is asked for after the model was removed, until it is given again', () => {
    const { visit } = browser();
    visit().withdraw();
    expect(visit().offer()).toBe('removed');
    visit().agree();
    expect(visit().offer()).toBeNull();
  });
});
