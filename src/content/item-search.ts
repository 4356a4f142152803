/** Finds items and kinds by any of their names, misspelt ones too. */
import MiniSearch from 'minisearch';
import type { WasteClassId } from '../domain/waste-class';
import { namesOf } from './item-texts';
import { ITEMS, type Item, type ItemTexts } from './items';

export type Found = { what: 'kind'; kind: WasteClassId } | { what: 'item'; item: Item };

interface Entry {
  id: number;
  title: string;
  names: string;
  /** In small letters. */
  exact: readonly string[];
  found: Found;
}

/** Letters that may be wrong, as a share of a word's. */
const FUZZY = 0.25;
const MOST_RESULTS = 8;
/** Results that are so much weaker than the best are about something else. */
const LEAST_SHARE = 0.35;

/** @param kindNames as the page calls the nine */
export function createItemSearch(
  texts: ItemTexts,
  kindNames: Record<WasteClassId, string>,
): (query: string) => Found[] {
  const items = ITEMS.map((item) => ({
    names: namesOf(texts[item.id]),
    found: { what: 'item', item } as const,
  }));
  const kinds = Object.entries(kindNames).map(([kind, name]) => ({
    names: [name],
    // as: the keys are the nine kinds
    found: { what: 'kind', kind: kind as WasteClassId } as const,
  }));
  const entries: Entry[] = [...kinds, ...items].map(({ names, found }, id) => ({
    id,
    title: names[0] ?? '',
    names: names.join(' '),
    exact: names.map((name) => name.toLowerCase()),
    found,
  }));
  const index = new MiniSearch<Entry>({
    fields: ['title', 'names'],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: FUZZY },
  });
  index.addAll(entries);
  return (query) => {
    const results = index.search(query);
    const best = results[0]?.score ?? 0;
    const near = results
      .filter(({ score }) => score >= LEAST_SHARE * best)
      .flatMap(({ id }) => entries[id] ?? []);
    // What is called just that comes first, however common its words are.
    const exact = entries.filter((entry) => entry.exact.includes(query.trim().toLowerCase()));
    return [...new Set([...exact, ...near])].slice(0, MOST_RESULTS).map(({ found }) => found);
  };
}
