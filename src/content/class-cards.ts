/** Finds the explanation card of a class in a language. */
import type { WasteClassId } from '../domain/waste-class';
import type { ClassCard } from './class-card';
import { CARDS_EN } from './class-cards-en';
import { CARDS_ID } from './class-cards-id';
import type { Language } from './language';

const CARDS: Record<Language, Record<WasteClassId, ClassCard>> = { id: CARDS_ID, en: CARDS_EN };

export function classCard(language: Language, id: WasteClassId): ClassCard {
  return CARDS[language][id];
}
