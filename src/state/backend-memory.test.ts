import { describe, expect, it } from 'vitest';
import { createBackendMemory } from './backend-memory';

const HERE = { browser: 'Browser/1', modelVersion: '3' };

function storageOf(kept = new Map<string, string>()) {
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
}

describe('createBackendMemory', () => {
  it('remembers a measurement for this browser version and this model only', () => {
    const storage = storageOf();
    createBackendMemory(storage, HERE, '').keep({ name: 'webgl', reason: 'fastest' });
    const wishOf = (where: typeof HERE) => createBackendMemory(storage, where, '').wish();
    expect(wishOf(HERE).remembered).toEqual({ name: 'webgl', reason: 'fastest' });
    expect(wishOf({ ...HERE, browser: 'Browser/2' }).remembered).toBeUndefined();
    expect(wishOf({ ...HERE, modelVersion: '4' }).remembered).toBeUndefined();
  });

  it('keeps no backend that was not measured against others', () => {
    const storage = storageOf();
    const memory = createBackendMemory(storage, HERE, '');
    memory.keep({ name: 'wasm', reason: 'software-renderer' });
    memory.keep({ name: 'wasm', reason: 'gpu-lost' });
    memory.prefer('webgl');
    memory.keep({ name: 'wasm', reason: 'no-answer' });
    expect(memory.wish().remembered).toBeUndefined();
  });

  it('a choice outlives the visit; the one in the address does not', () => {
    const storage = storageOf();
    createBackendMemory(storage, HERE, '').prefer('webgpu');
    expect(createBackendMemory(storage, HERE, '?backend=wasm').preference()).toBe('wasm');
    expect(createBackendMemory(storage, HERE, '').preference()).toBe('webgpu');
    createBackendMemory(storage, HERE, '').prefer('auto');
    expect(createBackendMemory(storage, HERE, '').preference()).toBe('auto');
  });

  it.each(['not JSON', '[]', '["Browser/1","3","abacus","fastest"]', '{"0":"Browser/1"}'])(
    'takes nothing from a broken memory: %s',
    (kept) => {
      const storage = storageOf(new Map([['pilah.measured-backend', kept]]));
      expect(createBackendMemory(storage, HERE, '?backend=abacus').wish()).toEqual({
        preference: 'auto',
        remembered: undefined,
      });
    },
  );
});
