/** The answer to a photo of no waste: says what Pilah is for, and names the closest kind only in passing. */
import { ScanSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { type RankedClass, topClass } from '../domain/classification';
import type { WasteClassId } from '../domain/waste-class';
import { ClassChips } from './class-chips';
import { RESULT_HEADING_ID } from './result-heading-id';

interface NotWasteAnswerProps {
  ranking: readonly RankedClass[];
  hrefOf: (id: WasteClassId) => string;
}

export function NotWasteAnswer({ ranking, hrefOf }: NotWasteAnswerProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, probability } = topClass({ ranking });
  return (
    <div className="space-y-5 p-5 sm:p-7">
      <ScanSearch aria-hidden className="size-14 text-accent" strokeWidth={1.5} />
      <h2 id={RESULT_HEADING_ID} className="text-3xl">
        {t('result.notWasteTitle')}
      </h2>
      <p>{t('result.notWasteText')}</p>
      <ClassChips hrefOf={hrefOf} />
      <p className="text-base text-ink-soft">
        {t('result.closest')}: {t(`kinds.${id}`)} {formats.probability(probability)}
      </p>
    </div>
  );
}
