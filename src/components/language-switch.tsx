/** The languages, of which one is pressed. */
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../content/language';
import { languageName } from '../content/language-name';
import { useLanguage } from '../content/use-language';

interface LanguageSwitchProps {
  onChoose: (language: Language) => void;
}

export function LanguageSwitch({ onChoose }: LanguageSwitchProps) {
  const { t } = useTranslation();
  const shown = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, and this is none.
    <div role="group" aria-label={t('language.label')} className="flex rounded-xl bg-accent-soft">
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === shown}
          aria-label={languageName(language)}
          onClick={() => onChoose(language)}
          className="min-h-11 min-w-11 rounded-xl px-3 font-bold uppercase aria-pressed:bg-accent aria-pressed:text-accent-ink"
        >
          {language}
        </button>
      ))}
    </div>
  );
}
