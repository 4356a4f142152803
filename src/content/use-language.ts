/** The language that is shown now, with its number formats. */
import { useTranslation } from 'react-i18next';
import { type Formats, formatsOf } from './format';
import { FALLBACK_LANGUAGE, isLanguage, type Language } from './language';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : FALLBACK_LANGUAGE;
}

export function useFormats(): Formats {
  return formatsOf(useLanguage());
}
