/** How often Pilah is right, first in plain words; then where it is wrong, what it is, how it runs here, and of what it is made. */
import { useTranslation } from 'react-i18next';
import { KnownWeaknesses } from '../components/known-weaknesses';
import { lazyPart } from '../components/lazy-part';
import type { ModelEvaluation } from '../components/model-evaluation';
import { ModelFacts } from '../components/model-facts';
import { ModelFigures } from '../components/model-figures';
import { ModelSection } from '../components/model-section';
import { NetworkPicture } from '../components/network-picture';
import { OtherSplits } from '../components/other-splits';
import { RecipeComparison } from '../components/recipe-comparison';
import { TrainingData } from '../components/training-data';
import { APP_VERSION } from '../domain/app-version';
import { OnThisDevice } from './on-this-device';
import { classCardHref } from './route';
import { SAMPLE_SOURCES_HREF } from './samples';
import { usePilah } from './store-context';

/** Beside the page: scripts/content-policy.mjs puts it there. */
const LICENCES_HREF = 'THIRD_PARTY.md';

const MeasuredPlots = lazyPart(
  async () => (await import('../components/measured-plots')).MeasuredPlots,
  <div className="h-screen" />,
);

export function ModelScreen() {
  const { t } = useTranslation();
  const info = usePilah((state) => state.modelInfo);
  return (
    <div className="space-y-12">
      <div className="space-y-3">
        <h1 className="text-3xl sm:text-5xl">{t('model.title')}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{t('model.lead')}</p>
      </div>
      {!info && <p>{t('model.waiting')}</p>}
      {info && !info.evaluation && <p>{t('model.unmeasured')}</p>}
      {info?.evaluation && <Measured evaluation={info.evaluation} />}
      {info && (
        <ModelSection title={t('model.network.title')}>
          <NetworkPicture layers={info.layers} />
          <TrainingData info={info} />
        </ModelSection>
      )}
      {info?.evaluation && <OtherSplits evaluation={info.evaluation} />}
      <OnThisDevice />
      {info && (
        <ModelFacts
          info={info}
          appVersion={APP_VERSION}
          sampleSourcesHref={SAMPLE_SOURCES_HREF}
          licencesHref={LICENCES_HREF}
        />
      )}
    </div>
  );
}

interface MeasuredProps {
  evaluation: ModelEvaluation;
}

function Measured({ evaluation }: MeasuredProps) {
  const { t } = useTranslation();
  return (
    <>
      <ModelFigures evaluation={evaluation} />
      <KnownWeaknesses evaluation={evaluation} cardHref={classCardHref} />
      <RecipeComparison evaluation={evaluation} />
      <ModelSection title={t('model.plotsTitle')}>
        <MeasuredPlots evaluation={evaluation} />
      </ModelSection>
    </>
  );
}
