/** Where the answer appears: before it, how it works; then the wait; then the card or what went wrong. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../components/failure-notice';
import { HowItWorks } from '../components/how-it-works';
import type { ModelEvaluation } from '../components/model-evaluation';
import { WorkingView } from '../components/working-view';
import { type Classification, topClass } from '../domain/classification';
import { rightOf100 } from '../domain/reliability';
import type { PhotoState } from '../state/photo-state';
import { CorrectionSection } from './correction-section';
import { PhotoTipsOnce } from './photo-tips-once';
import { classCardHref } from './route';
import { fetchPart, screenPart } from './screen-part';
import { usePilah } from './store-context';
import { useSpokenState } from './use-spoken-state';

const loadResultCard = async () => (await import('../components/result-card')).ResultCard;
const ResultCard = screenPart(loadResultCard, <WorkingView isWaiting={false} />);

interface AnswerPanelProps {
  photo: PhotoState;
  /** False for a photo that already lay there when the screen was opened. */
  isNews: boolean;
  onRetry: () => Promise<void>;
}

export function AnswerPanel({ photo, isNews, onRetry }: AnswerPanelProps) {
  const { t } = useTranslation();
  const isReady = usePilah((state) => state.engine.kind === 'ready');
  const evaluation = usePilah((state) => state.modelInfo?.evaluation) ?? undefined;
  const hasPhoto = photo.kind !== 'none';
  useEffect(() => {
    // Here long before the answer is; a failure shows when the card is drawn.
    if (hasPhoto) fetchPart(loadResultCard).catch(() => {});
  }, [hasPhoto]);
  const panel = useRef<HTMLElement>(null);
  const mayBeBelow = isNews && (photo.kind === 'classifying' || photo.kind === 'failed');
  useEffect(() => {
    // On a phone it stands below the button that was pressed. The card comes onto the screen by itself.
    const { top = 0 } = panel.current?.getBoundingClientRect() ?? {};
    if (mayBeBelow && top > window.innerHeight / 2) {
      panel.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [mayBeBelow]);
  const spoken = useSpokenState(photo, isReady);
  return (
    <section
      ref={panel}
      aria-label={t('sort.resultRegion')}
      aria-busy={photo.kind === 'classifying'}
    >
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {(photo.kind === 'none' || photo.kind === 'chosen') && <HowItWorks hrefOf={classCardHref} />}
      {photo.kind === 'classifying' && <WorkingView isWaiting={!isReady} />}
      {photo.kind === 'failed' && (
        <FailureNotice
          title={t('failure.title')}
          code={photo.failure.code}
          onRetry={() => void onRetry()}
        />
      )}
      {photo.kind === 'done' && (
        <ResultCard
          classification={photo.classification}
          rightOf100={measured(photo.classification, evaluation)}
          photo={{ name: photo.file.name, url: photo.previewUrl }}
          isNews={isNews}
          hrefOf={classCardHref}
          correction={
            <CorrectionSection key={photo.previewUrl} classification={photo.classification} />
          }
        />
      )}
      {photo.kind === 'done' && <PhotoTipsOnce verdict={photo.classification.verdict} />}
    </section>
  );
}

/** Nothing was measured of answers that were taught here. */
function measured(
  classification: Classification,
  evaluation: ModelEvaluation | undefined,
): number | undefined {
  if (!evaluation || classification.isTaught) return undefined;
  return rightOf100(topClass(classification).probability, evaluation.shipped.reliability);
}
