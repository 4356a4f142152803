/** The languages of the page, one for each file in languages/, and which of them a new visitor gets. */

/** The names of these files without their ending, written here by the build (vite.config.ts). */
declare const LANGUAGE_CODES: readonly string[];

declare const brand: unique symbol;
/** The ISO 639 code of a language that we have. */
export type Language = string & { readonly [brand]: true };

export const LANGUAGES: readonly Language[] = LANGUAGE_CODES.filter(isLanguage);

export function isLanguage(text: unknown): text is Language {
  return LANGUAGE_CODES.some((code) => code === text);
}

// as: a test sees to it that we have it
export const FALLBACK_LANGUAGE = 'en' as Language;

/** Java and old Android still send Indonesian under the code that ISO 639 withdrew in 1989. */
const WITHDRAWN_CODES = new Map([['in', 'id']]);

/**
 * The kept choice; else the first of the browser's languages that we have; else English.
 * @param browserLanguages as `navigator.languages`: tags such as `id-ID`, most wanted first
 */
export function firstLanguage(kept: string | null, browserLanguages: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  const codes = browserLanguages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return (
    codes.map((code) => WITHDRAWN_CODES.get(code) ?? code).find(isLanguage) ?? FALLBACK_LANGUAGE
  );
}
