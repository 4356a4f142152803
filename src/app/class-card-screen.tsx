/** One kind's whole card, what everyday things are of it, and the way back to all nine. */
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ClassCardView } from '../components/class-card-view';
import { FailureNotice } from '../components/failure-notice';
import { ItemList } from '../components/item-list';
import { itemsOf } from '../content/items';
import type { WasteClassId } from '../domain/waste-class';
import { GUIDE_HREF } from './route';
import { useItems } from './use-items';

interface ClassCardScreenProps {
  id: WasteClassId;
}

export function ClassCardScreen({ id }: ClassCardScreenProps) {
  const { t } = useTranslation();
  const { texts, hasFailed, retry } = useItems();
  return (
    <div className="space-y-4">
      <a href={GUIDE_HREF} className="text-link inline-flex min-h-11 items-center gap-2">
        <ArrowLeft aria-hidden className="size-5" />
        {t('guide.back')}
      </a>
      <ClassCardView id={id} />
      <section aria-labelledby="items-title" className="max-w-3xl space-y-5 pt-6">
        <h2 id="items-title" className="text-2xl">
          {t('guide.itemsTitle')}
        </h2>
        {hasFailed && <FailureNotice code="part-unreachable" onRetry={retry} />}
        {texts && <ItemList items={itemsOf(id)} texts={texts} />}
      </section>
    </div>
  );
}
