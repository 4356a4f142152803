import { describe, expect, it } from 'vitest';
import { evidenceFor, smoothMap, strongestPart } from './evidence';
import { WASTE_CLASS_IDS } from './waste-class';

const GLASS = WASTE_CLASS_IDS.indexOf('glass');
const METAL = WASTE_CLASS_IDS.indexOf('metal');

/** Evidence of one size for glass at one place, and for metal at another. */
function evidenceAt(glassPlace: number, metalPlace: number): Float32Array {
  const evidence = new Float32Array(49 * 9);
  evidence[glassPlace * 9 + GLASS] = 9;
  evidence[metalPlace * 9 + METAL] = 9;
  return evidence;
}

function mapWith(...places: readonly [place: number, value: number][]): Float32Array {
  const map = new Float32Array(49);
  for (const [place, value] of places) map[place] = value;
  return map;
}

describe('evidenceFor', () => {
  it('sets a class against the mean of all nine', () => {
    const map = evidenceFor(evidenceAt(8, 40), 'glass');
    expect([map[8], map[40], map[0]]).toEqual([8, -1, 0]);
  });

  it('sets a class against another one: what speaks for that speaks against this', () => {
    const map = evidenceFor(evidenceAt(8, 40), 'glass', 'metal');
    expect([map[8], map[40], map[0]]).toEqual([9, -9, 0]);
  });
});

describe('smoothMap', () => {
  it('goes through the values at the middles of their places', () => {
    const map = Float32Array.from({ length: 49 }, (_, place) => (place * 37) % 11);
    const smooth = smoothMap(map, 21);
    for (let place = 0; place < 49; place++) {
      const [row, column] = [Math.floor(place / 7), place % 7];
      expect(smooth[(3 * row + 1) * 21 + 3 * column + 1]).toBeCloseTo(map[place] ?? 0, 5);
    }
  });

  it('keeps rows apart from columns', () => {
    const smooth = smoothMap(mapWith([1, 1]), 14);
    expect(smooth[3]).toBeGreaterThan(0.4); // first row, second place of seven
    expect(smooth[3 * 14]).toBeLessThan(0.1);
  });

  it('leaves a flat map flat', () => {
    for (const value of smoothMap(new Float32Array(49).fill(2), 30))
      expect(value).toBeCloseTo(2, 5);
  });
});

describe('strongestPart', () => {
  it.each([
    [0, 'topLeft'],
    [6, 'topRight'],
    [24, 'middle'],
    [17, 'middle'],
    [22, 'left'],
    [45, 'bottom'],
    [48, 'bottomRight'],
  ] as const)('names the part in which place %d lies', (place, part) => {
    expect(strongestPart(mapWith([place, 1], [3, -5]))).toBe(part);
  });
});
