/** Changes the language, keeps the choice, and keeps `<html lang>` right for screen readers and hyphenation. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addLanguage } from '../content/i18n';
import type { Language } from '../content/language';
import { useLanguage } from '../content/use-language';
import { loadWords } from '../content/words';
import { type ErrorCode, toCodedFailure } from '../domain/coded-error';
import { type ChoiceStorage, writeChoice } from '../state/stored-choice';

interface LanguageChoice {
  chooseLanguage: (language: Language) => void;
  /** Why the language that was chosen last is not shown. */
  failure: ErrorCode | undefined;
  dismissFailure: () => void;
}

export function useLanguageChoice(storage: ChoiceStorage): LanguageChoice {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const latest = useRef(language);
  const [failure, setFailure] = useState<ErrorCode>();

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const chooseLanguage = useCallback(
    async (chosen: Language) => {
      latest.current = chosen;
      setFailure(undefined);
      try {
        addLanguage(i18n, chosen, await loadWords(chosen));
        if (latest.current !== chosen) return; // another was chosen meanwhile
        writeChoice(storage, 'language', chosen);
        await i18n.changeLanguage(chosen);
      } catch (error) {
        if (latest.current === chosen) setFailure(toCodedFailure(error, 'part-unreachable').code);
      }
    },
    [i18n, storage],
  );

  return {
    chooseLanguage: (chosen) => void chooseLanguage(chosen),
    failure,
    dismissFailure: useCallback(() => setFailure(undefined), []),
  };
}
