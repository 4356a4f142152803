import { describe, expect, it } from 'vitest';
import { readChoice, writeChoice } from './stored-choice';

function memoryStorage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, String(value)),
    removeItem: (key: string) => void values.delete(key),
  };
}

describe('stored choices', () => {
  it('come back as written, each under its own name', () => {
    const storage = memoryStorage();
    writeChoice(() => storage, 'language', 'en');
    expect(readChoice(() => storage, 'language')).toBe('en');
    expect(readChoice(() => storage, 'theme')).toBeNull();
  });

  it('are forgotten on request', () => {
    const storage = memoryStorage();
    writeChoice(() => storage, 'theme', 'dark');
    writeChoice(() => storage, 'theme', null);
    expect(readChoice(() => storage, 'theme')).toBeNull();
  });

  it('do no harm where storage is denied', () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(() => writeChoice(denied, 'language', 'id')).not.toThrow();
    expect(readChoice(denied, 'language')).toBeNull();
  });
});
