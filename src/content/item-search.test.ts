import { describe, expect, it } from 'vitest';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { CLASS_BINS } from './bins';
import { createItemSearch, type Found } from './item-search';
import { loadItemTexts, namesOf } from './item-texts';
import { ITEMS, itemsOf } from './items';
import { LANGUAGES } from './language';
import { messages as en } from './languages/en';
import { messages as id } from './languages/id';

const searchIn = {
  id: createItemSearch(await loadItemTexts('id'), id.kinds),
  en: createItemSearch(await loadItemTexts('en'), en.kinds),
};
const nameOf = (found: Found) => (found.what === 'kind' ? found.kind : found.item.id);

describe('the items', () => {
  it('are at least 120, each once, and at least six of each kind', () => {
    expect(ITEMS.length).toBeGreaterThanOrEqual(120);
    expect(new Set(ITEMS.map((item) => item.id)).size).toBe(ITEMS.length);
    for (const kind of WASTE_CLASS_IDS)
      expect(itemsOf(kind).length, kind).toBeGreaterThanOrEqual(6);
  });

  it('go to the group of their kind', () => {
    for (const { kind, bin } of ITEMS) if (kind) expect(bin).toBe(CLASS_BINS[kind]);
  });

  it.each(LANGUAGES)('have a name and a whole sentence in %s', async (language) => {
    const texts = await loadItemTexts(language);
    expect(Object.keys(texts).sort()).toEqual(ITEMS.map((item) => item.id as string).sort());
    for (const { id } of ITEMS) {
      expect(
        namesOf(texts[id]).every((name) => name.trim() === name && name.length > 1),
        id,
      ).toBe(true);
      expect(texts[id][1], id).toMatch(/^\p{Lu}.*[.”]$/u);
    }
  });
});

describe.each(['id', 'en'] as const)('search in %s', (language) => {
  it('finds each item by each of its names, among the first three', async () => {
    const texts = await loadItemTexts(language);
    const missed = ITEMS.flatMap((item) =>
      namesOf(texts[item.id])
        .filter((name) => !searchIn[language](name).slice(0, 3).map(nameOf).includes(item.id))
        .map((name) => `${item.id}: ${name}`),
    );
    expect(missed).toEqual([]);
  });

  it('finds each kind by its name', () => {
    for (const kind of WASTE_CLASS_IDS) {
      const name = (language === 'id' ? id : en).kinds[kind];
      expect(searchIn[language](name).map(nameOf), name).toContain(kind);
    }
  });
});

it.each([
  ['baterai kembung', 'swollen-battery'],
  ['batrai kembung', 'swollen-battery'],
  ['kembung batere', 'swollen-battery'],
  ['batre jam', 'aa-battery'],
  ['kaleng', 'drink-can'],
  ['kalng sarden', 'food-can'],
  ['popok', 'nappy'],
  ['popok bayi', 'nappy'],
  ['pempers', 'nappy'],
  ['styrofoam', 'styrofoam'],
  ['sterofom', 'styrofoam'],
  ['stirofoam', 'styrofoam'],
  ['gabus', 'styrofoam'],
  ['kerdus', 'cardboard'],
  ['kardos', 'cardboard'],
  ['botl plastik', 'plastic-bottle'],
  ['botol akua', 'plastic-bottle'],
  ['kresek', 'plastic-bag'],
  ['keresek', 'plastic-bag'],
  ['sedotn', 'straw'],
  ['minyak jlantah', 'cooking-oil'],
  ['obat kadaluarsa', 'medicine'],
  ['puntng rokok', 'cigarette-butt'],
  ['pembalut wanita', 'sanitary-pad'],
  ['tisyu', 'tissue'],
  ['lampu non', 'fluorescent-tube'],
  ['pecahan beling', 'glass-shards'],
  ['setrikaan', 'iron'],
  ['casan hp', 'charger'],
  ['powerbenk', 'power-bank'],
  ['kulit pisng', 'banana-peel'],
  ['nasi basi', 'rice'],
  ['tetrapak', 'drink-carton'],
  ['jarum suntk', 'syringe'],
  ['ban motor', 'tyre'],
] as const)('finds what “%s” means', (query, item) => {
  expect(searchIn.id(query).slice(0, 3).map(nameOf)).toContain(item);
});

it.each([
  ['swolen battery', 'swollen-battery'],
  ['batery AA', 'aa-battery'],
  ['diapers', 'nappy'],
  ['nappies', 'nappy'],
  ['batteries', 'aa-battery'],
  ['diper', 'nappy'],
  ['styrofome', 'styrofoam'],
  ['cardbord', 'cardboard'],
  ['plastic botle', 'plastic-bottle'],
  ['ciggarette', 'cigarette-butt'],
  ['florescent tube', 'fluorescent-tube'],
  ['banana skin', 'banana-peel'],
  ['broken mirrors', 'mirror'],
  ['old shoes', 'shoes'],
  ['aluminum foil', 'foil'],
  ['medecine', 'medicine'],
] as const)('finds what “%s” means in English', (query, item) => {
  expect(searchIn.en(query).slice(0, 3).map(nameOf)).toContain(item);
});

it('finds nothing for what is no word of ours', () => {
  expect(searchIn.id('xyzzyqwv')).toEqual([]);
});
