/** Where does this go? Everyday items by name, misspelt or not; what was asked stays while a card is read. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassTile } from '../components/class-tile';
import { ItemEntry } from '../components/item-entry';
import { createItemSearch, type Found } from '../content/item-search';
import type { ItemTexts } from '../content/items';
import { useFormats } from '../content/use-language';
import { WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';
import { classCardHref } from './route';

/** Of this visit. */
let lastQuery = '';

interface GuideSearchProps {
  texts: ItemTexts;
}

export function GuideSearch({ texts }: GuideSearchProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [query, setQuery] = useState(lastQuery);
  const search = useMemo(() => {
    const names = WASTE_CLASS_IDS.map((id) => [id, t(`kinds.${id}`)]);
    // as: each of the nine has its name
    return createItemSearch(texts, Object.fromEntries(names) as Record<WasteClassId, string>);
  }, [texts, t]);
  const isAsked = query.trim() !== '';
  const found = isAsked ? search(query) : [];

  function ask(text: string): void {
    lastQuery = text;
    setQuery(text);
  }

  return (
    <search className="space-y-4">
      <h2 className="text-2xl">
        <label htmlFor="guide-search">{t('guide.search')}</label>
      </h2>
      {/* A form, or Chromium asks its maker's server how to fill the field in. */}
      <form action="search" onSubmit={(event) => event.preventDefault()}>
        <input
          id="guide-search"
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t('guide.searchExample')}
          value={query}
          onChange={({ target }) => ask(target.value)}
          className="min-h-14 w-full max-w-2xl rounded-xl border-2 border-control bg-surface px-4 text-lg placeholder:text-ink-soft"
        />
      </form>
      <p role="status" className="text-base text-ink-soft">
        {isAsked &&
          (found.length > 0
            ? t('guide.found', { count: found.length, n: formats.count(found.length) })
            : t('guide.nothingFound'))}
      </p>
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {found.map((result) => (
          <li key={keyOf(result)}>
            {result.what === 'kind' ? (
              <ClassTile id={result.kind} href={classCardHref(result.kind)} />
            ) : (
              <div className="h-full rounded-2xl border-2 border-line bg-surface p-5">
                <ItemEntry item={result.item} texts={texts} isWithBin hrefOf={classCardHref} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </search>
  );
}

function keyOf(found: Found): string {
  return found.what === 'kind' ? `kind ${found.kind}` : found.item.id;
}
