/** Shows the system's look or the chosen one, and keeps the choice. */
import { useCallback, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { type ChoiceStorage, readChoice, writeChoice } from '../state/stored-choice';
import { keptTheme, type Theme, toggledTheme } from './theme';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void): () => void {
  systemIsDark.addEventListener('change', onChange);
  return () => systemIsDark.removeEventListener('change', onChange);
}

export function useTheme(storage: ChoiceStorage): { theme: Theme; toggleTheme: () => void } {
  const system = useSyncExternalStore(subscribe, () => (systemIsDark.matches ? 'dark' : 'light'));
  const [chosen, setChosen] = useState(() => keptTheme(readChoice(storage, 'theme')));
  const theme = chosen ?? system;

  // Before the browser paints, so that a chosen look does not flash the other one.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  const toggleTheme = useCallback(() => {
    const next = toggledTheme(theme, system);
    writeChoice(storage, 'theme', next);
    setChosen(next);
  }, [theme, system, storage]);

  return { theme, toggleTheme };
}
