/** Day and time as each language writes them, in the time zone of the device. */
import type { Language } from './language';
import { useLanguage } from './use-language';

const made = new Map<Language, Intl.DateTimeFormat>();

/** @returns a function of milliseconds since 1970; made once for each language, since an Intl format takes its time */
export function useMoment(): (timeMs: number) => string {
  const language = useLanguage();
  const format =
    made.get(language) ??
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  made.set(language, format);
  return (timeMs) => format.format(timeMs);
}
