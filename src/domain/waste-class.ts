/** The nine kinds of waste: their ids and the one order that every array of nine follows. */

/** The paper's Table II, in its order; the same list stands in training/vgg16.py. */
export const WASTE_CLASS_IDS = [
  'battery',
  'clothes',
  'e-waste',
  'glass',
  'light-bulb',
  'metal',
  'organic',
  'paper',
  'plastic',
] as const;

export type WasteClassId = (typeof WASTE_CLASS_IDS)[number];

export const WASTE_CLASS_COUNT = WASTE_CLASS_IDS.length;

export function isWasteClassId(text: string): text is WasteClassId {
  return (WASTE_CLASS_IDS as readonly string[]).includes(text);
}
