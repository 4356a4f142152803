/** One kind's whole card, with the way back to all nine. */
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ClassCardView } from '../components/class-card-view';
import type { WasteClassId } from '../domain/waste-class';
import { GUIDE_HREF } from './route';

interface ClassCardScreenProps {
  id: WasteClassId;
}

export function ClassCardScreen({ id }: ClassCardScreenProps) {
  const { t } = useTranslation();
  return (
    <div className="space-y-4">
      <a href={GUIDE_HREF} className="text-link inline-flex min-h-11 items-center gap-2">
        <ArrowLeft aria-hidden className="size-5" />
        {t('guide.back')}
      </a>
      <ClassCardView id={id} />
    </div>
  );
}
