/** Shows the wanted language once its words are there, and keeps `<html lang>` right for screen readers and hyphenation. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { getI18n } from 'react-i18next';
import { addLanguage } from '../content/i18n';
import { firstLanguage } from '../content/language';
import { useLanguage } from '../content/use-language';
import { type ErrorCode, toCodedFailure } from '../domain/coded-error';
import { useSettings } from './store-context';

interface LanguageChoice {
  /** Why the language that was chosen last is not shown. */
  failure: ErrorCode | undefined;
  dismissFailure: () => void;
}

export function useLanguageChoice(): LanguageChoice {
  const shown = useLanguage();
  const choice = useSettings((state) => state.language);
  const choose = useSettings((state) => state.choose);
  const lastShown = useRef(choice);
  const [failure, setFailure] = useState<ErrorCode>();

  useEffect(() => {
    document.documentElement.lang = shown;
  }, [shown]);

  useEffect(() => {
    // The choice before, to which one that does not come returns.
    if (choice === lastShown.current) return;
    const language = firstLanguage(choice, navigator.languages);
    let isLatest = true;
    setFailure(undefined);
    // Not useTranslation's, which is a copy of its own each time.
    const i18n = getI18n();
    addLanguage(i18n, language)
      .then(() => {
        if (!isLatest) return;
        lastShown.current = choice;
        void i18n.changeLanguage(language);
      })
      .catch((error) => {
        if (!isLatest) return;
        setFailure(toCodedFailure(error, 'part-unreachable').code);
        choose('language', lastShown.current);
      });
    return () => {
      isLatest = false;
    };
  }, [choice, choose]);

  return { failure, dismissFailure: useCallback(() => setFailure(undefined), []) };
}
