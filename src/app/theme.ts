/** Which look is shown: the system's, unless a person chose one. */

export const THEMES = ['light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export function keptTheme(kept: string | null): Theme | null {
  return THEMES.find((theme) => theme === kept) ?? null;
}
