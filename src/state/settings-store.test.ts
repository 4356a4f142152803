import { describe, expect, it } from 'vitest';
import { createSettingsStore } from './settings-store';
import type { ChoiceStorage } from './stored-choice';

function memory(): ChoiceStorage {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  return () => storage;
}

describe('createSettingsStore', () => {
  it('asks before it sorts, keeps a history and learns nothing until a person decides', () => {
    const { classifyAtOnce, keepHistory, teach, language, theme } = createSettingsStore(
      memory(),
    ).getState();
    expect({ classifyAtOnce, keepHistory, teach, language, theme }).toEqual({
      classifyAtOnce: false,
      keepHistory: true,
      teach: false,
      language: null,
      theme: null,
    });
  });

  it('remembers decisions, also those against what holds by itself', () => {
    const storage = memory();
    const { set, choose } = createSettingsStore(storage).getState();
    set('keepHistory', false);
    set('teach', true);
    choose('theme', 'dark');
    choose('language', 'id');
    choose('language', null);
    expect(createSettingsStore(storage).getState()).toMatchObject({
      classifyAtOnce: false,
      keepHistory: false,
      teach: true,
      language: null,
      theme: 'dark',
    });
  });

  it('decides for this visit where storage is denied', () => {
    const store = createSettingsStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    store.getState().set('teach', true);
    expect(store.getState().teach).toBe(true);
  });
});
