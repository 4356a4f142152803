/** A sure answer: the class under its bin, what is dangerous, how certain, the next two, then its card. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASS_BINS } from '../content/bins';
import { useClassCard } from '../content/use-class-card';
import { type RankedClass, topClass } from '../domain/classification';
import { BinLabel } from './bin-label';
import { CardBody } from './card-body';
import { Certainty } from './certainty';
import { ClassIcon } from './class-icon';
import { DangerNotes } from './danger-notes';
import { RESULT_HEADING_ID } from './result-heading-id';
import { RunnersUp } from './runners-up';
import { ShareResult } from './share-result';
import type { ShownPhoto } from './why-section';

interface SureAnswerProps {
  ranking: readonly RankedClass[];
  rightOf100: number | undefined;
  photo: ShownPhoto;
  why: ReactNode;
}

export function SureAnswer({ ranking, rightOf100, photo, why }: SureAnswerProps) {
  const { t } = useTranslation();
  const { id, probability } = topClass({ ranking });
  const card = useClassCard(id);
  return (
    <>
      <BinLabel bin={CLASS_BINS[id]} category={card.category} shape="band" />
      <div className="space-y-6 p-5 sm:p-7">
        <div className="space-y-4">
          <div>
            <p className="text-ink-soft">{t('result.sureEyebrow')}</p>
            <h2 id={RESULT_HEADING_ID} className="flex items-center gap-3 text-4xl">
              <ClassIcon id={id} className="size-10 text-accent" />
              {t(`kinds.${id}`)}
            </h2>
          </div>
          <DangerNotes notes={card.dangers} />
          <Certainty probability={probability} rightOf100={rightOf100} />
          <RunnersUp classes={ranking.slice(1, 3)} />
          {why}
        </div>
        <CardBody card={card} heading="h3" />
        <ShareResult answer={{ id, probability }} photo={photo} />
      </div>
    </>
  );
}
