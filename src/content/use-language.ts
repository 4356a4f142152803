/** The language that is shown now, with its number formats. */
import { useTranslation } from 'react-i18next';
import { FORMATS, type Formats } from './format';
import { isLanguage, type Language } from './language';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

export function useFormats(): Formats {
  return FORMATS[useLanguage()];
}
