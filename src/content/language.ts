/** The two languages of the page, and which of them a new visitor gets. */

export const LANGUAGES = ['id', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** Java and old Android still send Indonesian under the code that ISO 639 withdrew in 1989. */
const WITHDRAWN_CODES = new Map([['in', 'id']]);

/**
 * The kept choice; else the first of the browser's languages that we have; else English.
 * @param browserLanguages as `navigator.languages`: tags such as `id-ID`, most wanted first
 */
export function firstLanguage(kept: string | null, browserLanguages: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  const codes = browserLanguages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return codes.map((code) => WITHDRAWN_CODES.get(code) ?? code).find(isLanguage) ?? 'en';
}
