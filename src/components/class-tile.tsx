/** One kind in the guide's list: name, bin and the way to its card. */
import { useTranslation } from 'react-i18next';
import { CLASS_BINS } from '../content/bins';
import { useClassCard } from '../content/use-class-card';
import type { WasteClassId } from '../domain/waste-class';
import { BinLabel } from './bin-label';
import { ClassIcon } from './class-icon';

interface ClassTileProps {
  id: WasteClassId;
  href: string;
}

export function ClassTile({ id, href }: ClassTileProps) {
  const { t } = useTranslation();
  const card = useClassCard(id);
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-2xl border-2 border-line bg-surface has-[a:hover]:border-accent">
      <BinLabel bin={CLASS_BINS[id]} category={card.category} shape="band" />
      <div className="flex grow flex-col gap-3 p-5">
        <h3 className="text-2xl">
          {/* The link covers the whole tile, so the tile is one target with one name. */}
          <a href={href} className="flex min-h-11 items-center gap-3 after:absolute after:inset-0">
            <ClassIcon id={id} className="size-8 text-accent" />
            {t(`kinds.${id}`)}
          </a>
        </h3>
        <p className="text-ink-soft">{card.belongs.join(' · ')}</p>
      </div>
    </article>
  );
}
