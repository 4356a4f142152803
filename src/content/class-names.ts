/** What each class is called: all that most of the page says of a class; its card has the rest. */
import type { WasteClassId } from '../domain/waste-class';
import type { Language } from './language';

const NAMES: Record<Language, Record<WasteClassId, string>> = {
  id: {
    battery: 'Baterai',
    clothes: 'Pakaian',
    'e-waste': 'E-limbah (elektronik)',
    glass: 'Kaca',
    'light-bulb': 'Bola lampu',
    metal: 'Logam',
    organic: 'Organik',
    paper: 'Kertas',
    plastic: 'Plastik',
  },
  en: {
    battery: 'Battery',
    clothes: 'Clothes',
    'e-waste': 'E-waste (electronics)',
    glass: 'Glass',
    'light-bulb': 'Light bulb',
    metal: 'Metal',
    organic: 'Organic',
    paper: 'Paper',
    plastic: 'Plastic',
  },
};

export function wasteName(language: Language, id: WasteClassId): string {
  return NAMES[language][id];
}
