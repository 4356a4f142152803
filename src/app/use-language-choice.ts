/** Changes the language, keeps the choice, and keeps `<html lang>` right for screen readers and hyphenation. */
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../content/language';
import { useLanguage } from '../content/use-language';
import { type ChoiceStorage, writeChoice } from '../state/stored-choice';

export function useLanguageChoice(storage: ChoiceStorage): (language: Language) => void {
  const { i18n } = useTranslation();
  const language = useLanguage();

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return useCallback(
    (chosen: Language) => {
      writeChoice(storage, 'language', chosen);
      void i18n.changeLanguage(chosen);
    },
    [i18n, storage],
  );
}
