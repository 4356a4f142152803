/** Where in the photo an answer comes from: from evidence by place and class to a map that can be drawn. */
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS, type WasteClassId } from './waste-class';

/** VGG16's last features lie on 7 × 7 places, each a seventh of the photo's width and height. */
export const EVIDENCE_SIDE = 7;
export const EVIDENCE_PLACES = EVIDENCE_SIDE * EVIDENCE_SIDE;

/** `places × classes`, row by row from the top left: what each place adds to each class's logit. */
export type Evidence = Float32Array;

/**
 * For each place, how much more it speaks for a class than for another one, or, without that, than
 * for the nine on average. Softmax knows differences only, so a class's own part says nothing.
 */
export function evidenceFor(
  evidence: Evidence,
  id: WasteClassId,
  against?: WasteClassId,
): Float32Array {
  return Float32Array.from({ length: EVIDENCE_PLACES }, (_, place) => {
    const parts = evidence.subarray(place * WASTE_CLASS_COUNT, (place + 1) * WASTE_CLASS_COUNT);
    const mean = parts.reduce((sum, part) => sum + part, 0) / WASTE_CLASS_COUNT;
    return partOf(parts, id) - (against ? partOf(parts, against) : mean);
  });
}

function partOf(parts: Float32Array, id: WasteClassId): number {
  return parts[WASTE_CLASS_IDS.indexOf(id)] ?? 0;
}

/** A map of 7 × 7 enlarged to `side × side` through its values at the places' middles (Catmull and Rom 1974). */
export function smoothMap(map: Float32Array, side: number): Float32Array {
  const rows = enlargeRows(map, EVIDENCE_SIDE, side);
  return transpose(enlargeRows(transpose(rows, side), side, side), side);
}

/** Each of `count` rows of seven to `side` values. */
function enlargeRows(map: Float32Array, count: number, side: number): Float32Array {
  const result = new Float32Array(count * side);
  for (let x = 0; x < side; x++) {
    const middle = ((x + 0.5) * EVIDENCE_SIDE) / side - 0.5;
    const left = Math.floor(middle);
    const weights = catmullRom(middle - left);
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (const [tap, weight] of weights.entries()) {
        const column = Math.min(EVIDENCE_SIDE - 1, Math.max(0, left - 1 + tap));
        sum += weight * (map[row * EVIDENCE_SIDE + column] ?? 0);
      }
      result[row * side + x] = sum;
    }
  }
  return result;
}

function catmullRom(t: number): readonly number[] {
  return [
    (-t + 2 * t ** 2 - t ** 3) / 2,
    (2 - 5 * t ** 2 + 3 * t ** 3) / 2,
    (t + 4 * t ** 2 - 3 * t ** 3) / 2,
    (-(t ** 2) + t ** 3) / 2,
  ];
}

/** Rows of `width` to columns. */
function transpose(values: Float32Array, width: number): Float32Array {
  const height = values.length / width;
  return Float32Array.from(
    { length: values.length },
    (_, index) => values[(index % height) * width + Math.floor(index / height)] ?? 0,
  );
}

const PHOTO_PARTS = [
  ['topLeft', 'top', 'topRight'],
  ['left', 'middle', 'right'],
  ['bottomLeft', 'bottom', 'bottomRight'],
] as const;

export type PhotoPart = (typeof PHOTO_PARTS)[number][number];

/** The ninth of the photo with the most evidence for it, in words that can be read aloud. */
export function strongestPart(map: Float32Array): PhotoPart {
  const thirds = Array.from({ length: 9 }, () => ({ sum: 0, count: 0 }));
  for (const [place, value] of map.entries()) {
    const third =
      thirds[3 * thirdOf(Math.floor(place / EVIDENCE_SIDE)) + thirdOf(place % EVIDENCE_SIDE)];
    if (!third) continue;
    third.sum += value;
    third.count += 1;
  }
  const means = thirds.map(({ sum, count }) => sum / count);
  const strongest = means.indexOf(Math.max(...means));
  return PHOTO_PARTS[Math.floor(strongest / 3)]?.[strongest % 3] ?? 'middle';
}

/** 0, 0, 1, 1, 1, 2, 2: the middle third is the wider one. */
function thirdOf(index: number): number {
  return index < 2 ? 0 : index < EVIDENCE_SIDE - 2 ? 1 : 2;
}
