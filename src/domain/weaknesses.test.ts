import { describe, expect, it } from 'vitest';
import { WASTE_CLASS_IDS } from './waste-class';
import { mistakesOf, weakestClasses } from './weaknesses';

/** Ten photos of each kind, all right but for some of glass and paper. */
const confusion = WASTE_CLASS_IDS.map((id, row) =>
  WASTE_CLASS_IDS.map((answer, column) => {
    if (id === 'glass') return { glass: 6, plastic: 3, metal: 1 }[String(answer)] ?? 0;
    if (id === 'paper') return { paper: 8, clothes: 2 }[String(answer)] ?? 0;
    return row === column ? 10 : 0;
  }),
);
const perClass = WASTE_CLASS_IDS.map((id) => ({
  id,
  n: 10,
  precision: 1,
  recall: { glass: 0.6, paper: 0.8 }[String(id)] ?? 1,
}));

describe('weaknesses', () => {
  it('are the kinds with the lowest recall, with what each is taken for, most often first', () => {
    expect(weakestClasses({ perClass, confusion }, 2)).toEqual([
      {
        id: 'glass',
        n: 10,
        missed: 4,
        takenFor: [
          { id: 'glass', takenFor: 'plastic', n: 3 },
          { id: 'glass', takenFor: 'metal', n: 1 },
        ],
      },
      { id: 'paper', n: 10, missed: 2, takenFor: [{ id: 'paper', takenFor: 'clothes', n: 2 }] },
    ]);
  });

  it('of a kind that is never missed are none', () => {
    const [, , third] = weakestClasses({ perClass, confusion }, 3);
    expect(third).toMatchObject({ missed: 0, takenFor: [] });
  });

  it('are told over all kinds, the most frequent mistake first', () => {
    expect(mistakesOf(confusion).map(({ takenFor, n }) => [takenFor, n])).toEqual([
      ['plastic', 3],
      ['clothes', 2],
      ['metal', 1],
    ]);
  });
});
