/** The whole explanation card of a class, as the guide shows it. */
import { useTranslation } from 'react-i18next';
import { CLASS_BINS } from '../content/bins';
import { useClassCard } from '../content/use-class-card';
import type { WasteClassId } from '../domain/waste-class';
import { BinLabel } from './bin-label';
import { CardBody } from './card-body';
import { ClassIcon } from './class-icon';
import { DangerNotes } from './danger-notes';

interface ClassCardViewProps {
  id: WasteClassId;
}

export function ClassCardView({ id }: ClassCardViewProps) {
  const { t } = useTranslation();
  const card = useClassCard(id);
  return (
    <article
      data-class={id}
      aria-labelledby="card-heading"
      className="max-w-3xl overflow-hidden rounded-2xl border-2 border-line bg-surface"
    >
      <BinLabel bin={CLASS_BINS[id]} category={card.category} shape="band" />
      <div className="space-y-6 p-5 sm:p-7">
        <h1 id="card-heading" className="flex items-center gap-3 text-4xl">
          <ClassIcon id={id} className="size-10 text-accent" />
          {t(`kinds.${id}`)}
        </h1>
        <DangerNotes notes={card.dangers} />
        <CardBody card={card} heading="h2" />
      </div>
    </article>
  );
}
