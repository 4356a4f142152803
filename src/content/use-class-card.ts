/** The explanation card of a class in the language that is shown now. */
import type { WasteClassId } from '../domain/waste-class';
import { cardOf } from './cards';
import type { ClassCard } from './class-card';
import { useLanguage } from './use-language';

export function useClassCard(id: WasteClassId): ClassCard {
  return cardOf(id, useLanguage());
}
