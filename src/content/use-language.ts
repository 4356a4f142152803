/** The language that is shown now, with its number formats and explanation cards. */
import { useTranslation } from 'react-i18next';
import type { WasteClassId } from '../domain/waste-class';
import type { ClassCard } from './class-card';
import { type Formats, formatsOf } from './format';
import { FALLBACK_LANGUAGE, isLanguage, type Language } from './language';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : FALLBACK_LANGUAGE;
}

export function useFormats(): Formats {
  return formatsOf(useLanguage());
}

export function useClassCard(id: WasteClassId): ClassCard {
  const { i18n } = useTranslation();
  // as: i18next tells no types of what lies beside the messages; i18n.ts puts Words there.
  return i18n.getResource(i18n.language, 'cards', id) as ClassCard;
}
