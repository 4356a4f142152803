/** Shows the system's look or the chosen one. */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useSettings } from './store-context';
import { keptTheme } from './theme';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void): () => void {
  systemIsDark.addEventListener('change', onChange);
  return () => systemIsDark.removeEventListener('change', onChange);
}

export function useTheme(): void {
  const system = useSyncExternalStore(subscribe, () => (systemIsDark.matches ? 'dark' : 'light'));
  const theme = keptTheme(useSettings((state) => state.theme)) ?? system;
  // Before the browser paints, so that a chosen look does not flash the other one.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
