/** Everyday items that people look up: which kind each is, or, where it is none of the nine, which group it goes to. */
import type { WasteClassId } from '../domain/waste-class';
import { type BinId, CLASS_BINS } from './bins';

const OF_KIND = {
  battery: [
    'aa-battery',
    'button-cell',
    'rechargeable-battery',
    'swollen-battery',
    'phone-battery',
    'car-battery',
  ],
  clothes: [
    't-shirt',
    'trousers',
    'underwear',
    'socks',
    'jacket',
    'towel',
    'bed-sheet',
    'headscarf',
    'school-uniform',
    'fabric-scraps',
  ],
  'e-waste': [
    'mobile-phone',
    'laptop',
    'charger',
    'cable',
    'power-bank',
    'earphones',
    'remote-control',
    'iron',
    'rice-cooker',
    'fan',
    'television',
    'fridge',
    'printer',
    'keyboard',
    'electric-toy',
    'vape',
    'electric-toothbrush',
  ],
  glass: [
    'glass-bottle',
    'glass-jar',
    'perfume-bottle',
    'medicine-bottle',
    'drinking-glass',
    'glass-shards',
    'window-pane',
  ],
  'light-bulb': [
    'led-bulb',
    'energy-saving-bulb',
    'fluorescent-tube',
    'incandescent-bulb',
    'halogen-bulb',
    'broken-lamp',
    'fairy-lights',
  ],
  metal: [
    'drink-can',
    'food-can',
    'empty-spray-can',
    'foil',
    'bottle-cap',
    'nails',
    'cutlery',
    'kitchen-knife',
    'pan',
    'clothes-hanger-wire',
    'zinc-sheet',
    'bicycle-parts',
  ],
  organic: [
    'rice',
    'vegetable-scraps',
    'banana-peel',
    'rotten-fruit',
    'eggshell',
    'coffee-grounds',
    'tea-bag',
    'chicken-bones',
    'leftovers',
    'dry-leaves',
    'coconut-shell',
    'flowers',
    'banana-leaf',
    'sawdust',
  ],
  paper: [
    'cardboard',
    'newspaper',
    'office-paper',
    'notebook',
    'envelope',
    'paper-bag',
    'egg-carton',
    'toilet-roll-core',
    'cereal-box',
    'calendar',
  ],
  plastic: [
    'plastic-bottle',
    'plastic-cup',
    'shampoo-bottle',
    'plastic-bag',
    'jerrycan',
    'food-container',
    'bottle-top',
    'straw',
    'bucket',
    'plastic-toy',
    'bubble-wrap',
    'plastic-hanger',
    'pvc-pipe',
    'toothbrush',
  ],
} as const satisfies Record<WasteClassId, readonly string[]>;

/** By the group that they go to. */
const OF_NO_KIND = {
  recycle: ['drink-carton'],
  reuse: ['shoes', 'bag', 'pillow', 'mattress', 'furniture', 'tyre', 'umbrella', 'rubber-band'],
  hazardous: [
    'medicine',
    'syringe',
    'thermometer',
    'cooking-oil',
    'engine-oil',
    'paint',
    'pesticide',
    'full-spray-can',
    'bleach',
    'lighter',
    'gas-canister',
    'ink-cartridge',
    'nail-polish',
    'glue',
    'fireworks',
  ],
  residue: [
    'nappy',
    'sanitary-pad',
    'tissue',
    'cigarette-butt',
    'styrofoam',
    'sachet',
    'crisp-packet',
    'greaseproof-paper',
    'receipt',
    'paper-cup',
    'face-mask',
    'plaster',
    'ceramic',
    'mirror',
    'heatproof-glass',
    'chewing-gum',
    'pet-litter',
    'hair',
    'dust',
    'sticky-tape',
    'ballpoint-pen',
    'photo',
    'laminated-card',
    'candle',
    'sponge',
    'condom',
    'construction-rubble',
  ],
} as const satisfies Partial<Record<BinId, readonly string[]>>;

export type ItemId =
  | (typeof OF_KIND)[keyof typeof OF_KIND][number]
  | (typeof OF_NO_KIND)[keyof typeof OF_NO_KIND][number];

/** Those that can hurt somebody at once. */
const DANGEROUS: ReadonlySet<ItemId> = new Set([
  'swollen-battery',
  'car-battery',
  'glass-shards',
  'broken-lamp',
  'syringe',
  'thermometer',
  'bleach',
  'full-spray-can',
  'gas-canister',
  'fireworks',
]);

export interface Item {
  id: ItemId;
  /** Null where the nine kinds do not cover it. */
  kind: WasteClassId | null;
  bin: BinId;
  isDangerous: boolean;
}

/** What a language's file says of an item: its names, the usual one first, between semicolons; and one sentence. */
export type ItemTexts = Record<ItemId, readonly [names: string, note: string]>;

export const ITEMS: readonly Item[] = [
  ...entriesOf(OF_KIND).flatMap(([kind, ids]) =>
    ids.map((id) => toItem(id, kind, CLASS_BINS[kind])),
  ),
  ...entriesOf(OF_NO_KIND).flatMap(([bin, ids]) => ids.map((id) => toItem(id, null, bin))),
];

export function itemsOf(kind: WasteClassId | null): readonly Item[] {
  return ITEMS.filter((item) => item.kind === kind);
}

function toItem(id: ItemId, kind: WasteClassId | null, bin: BinId): Item {
  return { id, kind, bin, isDangerous: DANGEROUS.has(id) };
}

/** `Object.entries` forgets the keys' type. */
function entriesOf<Key extends string, Value>(table: Record<Key, Value>): [Key, Value][] {
  return Object.entries(table) as [Key, Value][]; // as: these are all of its keys
}
