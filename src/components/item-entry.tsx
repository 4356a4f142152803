/** An everyday item: what it is, where it goes, what to do or mind, and the way to its kind. */
import { OctagonAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { namesOf } from '../content/item-texts';
import type { Item, ItemTexts } from '../content/items';
import type { WasteClassId } from '../domain/waste-class';
import { BinLabel } from './bin-label';

interface ItemEntryProps {
  item: Item;
  texts: ItemTexts;
  isWithBin?: boolean;
  /** Not given where its kind, or that it has none, is said already. */
  hrefOf?: (id: WasteClassId) => string;
}

export function ItemEntry({ item, texts, isWithBin = false, hrefOf }: ItemEntryProps) {
  const { t } = useTranslation();
  const { id, kind, bin, isDangerous } = item;
  const text = texts[id];
  const [name, ...others] = namesOf(text);
  return (
    <article data-item={id} className="space-y-2">
      <h3 className="text-xl">{name}</h3>
      {others.length > 0 && <p className="text-base text-ink-soft">{others.join(' · ')}</p>}
      {isWithBin && <BinLabel bin={bin} shape="tag" />}
      <p className={isDangerous ? 'flex gap-2 font-semibold' : undefined}>
        {isDangerous && <OctagonAlert aria-hidden className="mt-0.5 size-6 shrink-0" />}
        <span>
          {isDangerous && `${t('card.danger')}: `}
          {text[1]}
        </span>
      </p>
      {hrefOf &&
        (kind ? (
          <a
            href={hrefOf(kind)}
            className="text-link inline-flex min-h-11 items-center font-semibold"
          >
            {t('result.readCard', { name: t(`kinds.${kind}`) })}
          </a>
        ) : (
          <p className="text-base text-ink-soft">{t('guide.notCovered')}</p>
        ))}
    </article>
  );
}
