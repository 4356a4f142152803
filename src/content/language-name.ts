/** What a language is called. */
import type { Language } from './language';

/** As its speakers call it: who looks for a language may know no other. */
export function languageName(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
