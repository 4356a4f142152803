/** The nine explanation cards in all languages: not many words, which come with the first part of the page that shows one. */
import type { WasteClassId } from '../domain/waste-class';
import type { ClassCard } from './class-card';
import type { Language } from './language';

export type Cards = Record<WasteClassId, ClassCard>;

// The query makes the file a second time, of which the build leaves the cards alone: the first screen carries none.
const FILES = import.meta.glob<Cards>('./languages/*.ts', {
  eager: true,
  import: 'cards',
  query: '?cards',
});

export function cardOf(id: WasteClassId, language: Language): ClassCard {
  const cards = FILES[`./languages/${language}.ts`];
  if (!cards) throw new Error(`no cards in ${language}`);
  return cards[id];
}
