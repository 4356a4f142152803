/** Which look is shown: the system's, unless a person chose the other one. */

export type Theme = 'light' | 'dark';

export function keptTheme(kept: string | null): Theme | null {
  return kept === 'light' || kept === 'dark' ? kept : null;
}

/** The choice after the toggle is pressed: null once it agrees with the system, which is followed again. */
export function toggledTheme(shown: Theme, system: Theme): Theme | null {
  const other = shown === 'dark' ? 'light' : 'dark';
  return other === system ? null : other;
}
