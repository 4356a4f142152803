/** Makes the page's i18next instance with the words of one language; others are added when they are asked for. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language';
import {
  loadScreenWords,
  loadWords,
  type Messages,
  type ScreenMessages,
  type Words,
} from './words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'messages';
    // Two namespaces, of which the second is asked where the first has nothing.
    resources: { messages: Messages & ScreenMessages };
  }
}

const SCREENS = 'screens';
/** Instances of which a screen wanted these words. */
const haveScreens = new WeakSet<i18n>();

export function createI18n(language: Language, words: Words): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false, // no text is missing: the compiler and a test see to it
    defaultNS: 'messages',
    fallbackNS: SCREENS,
    resources: { [language]: { messages: words } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

/** Rejects with `part-unreachable`. */
export async function addLanguage(i18n: i18n, language: Language): Promise<void> {
  i18n.addResourceBundle(language, 'messages', await loadWords(language));
  // Asked after the wait: a screen that needs them may have been opened meanwhile.
  if (haveScreens.has(i18n)) await addScreens(i18n, language);
}

/** What the screens beside the first one say, in the language that is shown. Rejects with `part-unreachable`. */
export async function addScreenWords(i18n: i18n): Promise<void> {
  haveScreens.add(i18n);
  while (!i18n.hasResourceBundle(i18n.language, SCREENS)) await addScreens(i18n, i18n.language);
}

async function addScreens(i18n: i18n, language: string): Promise<void> {
  i18n.addResourceBundle(language, SCREENS, await loadScreenWords(language));
}
