/** The five groups of waste that Indonesian rules know, and which of them each class belongs to. */
import type { WasteClassId } from '../domain/waste-class';

/** Law 18/2008 and government regulation 81/2012; their names and colours stand in the catalogues. */
export const BIN_IDS = ['organic', 'reuse', 'recycle', 'hazardous', 'residue'] as const;

export type BinId = (typeof BIN_IDS)[number];

export const CLASS_BINS = {
  battery: 'hazardous',
  clothes: 'reuse',
  'e-waste': 'hazardous',
  glass: 'recycle',
  'light-bulb': 'hazardous',
  metal: 'recycle',
  organic: 'organic',
  paper: 'recycle',
  plastic: 'reuse',
} as const satisfies Record<WasteClassId, BinId>;
