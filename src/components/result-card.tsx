/** The answer to a photo: each verdict has its own look and words. Takes the focus when it is news. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Classification, topClass } from '../domain/classification';
import type { WasteClassId } from '../domain/waste-class';
import { NotWasteAnswer } from './not-waste-answer';
import { RESULT_HEADING_ID } from './result-heading-id';
import { SureAnswer } from './sure-answer';
import { UnsureAnswer } from './unsure-answer';
import { type ShownPhoto, WhySection } from './why-section';

interface ResultCardProps {
  classification: Classification;
  photo: ShownPhoto;
  /** Of 100 test photos of this probability, how many were right, where it is known. */
  rightOf100: number | undefined;
  /** False when somebody comes back to a result that was read before. */
  isNews: boolean;
  hrefOf: (id: WasteClassId) => string;
  /** For a person who knows better. */
  correction: ReactNode;
}

const LOOKS = {
  sure: 'border-2 border-line bg-surface',
  unsure: 'border-2 border-dashed border-accent bg-surface',
  'not-waste': 'border-2 border-line bg-paper',
};

export function ResultCard({
  classification,
  photo,
  rightOf100,
  isNews,
  hrefOf,
  correction,
}: ResultCardProps) {
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isNews || !card.current) return;
    // By itself, focus() may scroll a card that is taller than the screen to its middle.
    card.current.focus({ preventScroll: true });
    const { top } = card.current.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) card.current.scrollIntoView({ block: 'start' });
  }, [isNews]);
  const { verdict } = classification;
  const why = <WhySection classification={classification} photo={photo} />;
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-labelledby={RESULT_HEADING_ID}
      data-verdict={verdict}
      data-class={topClass(classification).id}
      className={`scroll-mt-4 overflow-hidden rounded-2xl ${LOOKS[verdict]}`}
    >
      {verdict === 'sure' && (
        <SureAnswer
          ranking={classification.ranking}
          rightOf100={rightOf100}
          photo={photo}
          why={why}
        />
      )}
      {verdict === 'unsure' && (
        <UnsureAnswer
          ranking={classification.ranking}
          rightOf100={rightOf100}
          hrefOf={hrefOf}
          why={why}
        />
      )}
      {verdict === 'not-waste' && (
        <NotWasteAnswer ranking={classification.ranking} hrefOf={hrefOf} />
      )}
      <div className="space-y-3 px-5 pb-5 sm:px-7 sm:pb-7">
        {classification.isTaught && <p className="font-semibold">{t('result.taught')}</p>}
        {correction}
      </div>
    </article>
  );
}
