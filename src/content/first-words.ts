/** What the first screen says first, apart from the catalogues: it is drawn before they have arrived. */
import type { Language } from './language.ts';

export const FIRST_WORDS = {
  id: {
    title: 'Limbah ini masuk ke mana?',
    lead: 'Foto satu benda. Pilah menebak jenisnya dan menjelaskan ke mana membawanya.',
  },
  en: {
    title: 'Where does this waste go?',
    lead: 'Take a photo of one object. Pilah guesses its kind and explains where to bring it.',
  },
} satisfies Record<Language, { title: string; lead: string }>;
