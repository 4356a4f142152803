/** Makes the page's i18next instance with the words of one language; others are added when they are asked for. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language';
import type { Messages, Words } from './words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'messages';
    resources: { messages: Messages };
  }
}

export function createI18n(language: Language, words: Words): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false, // no text is missing: the compiler and a test see to it
    defaultNS: 'messages',
    resources: { [language]: { messages: words } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

export function addLanguage(i18n: i18n, language: Language, words: Words): void {
  i18n.addResourceBundle(language, 'messages', words);
}
