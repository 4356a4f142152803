import { describe, expect, it } from 'vitest';
import { keptTheme, toggledTheme } from './theme';

describe('the theme', () => {
  it('is a choice only where it differs from the system', () => {
    expect(toggledTheme('light', 'light')).toBe('dark');
    expect(toggledTheme('dark', 'light')).toBeNull();
    expect(toggledTheme('dark', 'dark')).toBe('light');
    expect(toggledTheme('light', 'dark')).toBeNull();
  });

  it('ignores a kept value that is no theme', () => {
    expect(keptTheme('dark')).toBe('dark');
    expect(keptTheme('pink')).toBeNull();
    expect(keptTheme(null)).toBeNull();
  });
});
