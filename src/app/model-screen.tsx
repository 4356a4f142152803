/** What the network is and how well it was measured to do, with everything that puts the figures in their place. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BackendChoice } from '../components/backend-choice';
import { ConfusionTable } from '../components/confusion-table';
import { DeviceSection } from '../components/device-section';
import { EngineLine } from '../components/engine-line';
import { MeasuredPicture } from '../components/measured-picture';
import type { ModelEvaluation } from '../components/model-evaluation';
import { ModelFacts } from '../components/model-facts';
import { ModelFigures } from '../components/model-figures';
import { ModelSection } from '../components/model-section';
import { OtherSplits } from '../components/other-splits';
import { PerClassTable } from '../components/per-class-table';
import { RecipeComparison } from '../components/recipe-comparison';
import { MODEL_VERSION } from '../domain/model-version';
import { SAMPLE_SOURCES_HREF } from './samples';
import { usePilah, useShell } from './store-context';
import { useDeviceStorage } from './use-device-storage';

const PICTURES = `model/${MODEL_VERSION}/`;

export function ModelScreen() {
  const { t } = useTranslation();
  const info = usePilah((state) => state.modelInfo);
  const engine = usePilah((state) => state.engine);
  const preference = usePilah((state) => state.backendPreference);
  const isKept = useShell((state) => state.isKept);
  const isBusy = usePilah((state) => state.photo.kind === 'classifying');
  const actions = usePilah((state) => state.actions);
  const { retryModel, downloadModel, stopDownload, preferBackend, checkKept } = actions;
  const storage = useDeviceStorage(engine.kind === 'ready' ? engine.kept.kind : engine.kind);
  // The browser may have deleted it since the page was opened.
  useEffect(checkKept, [checkKept]);
  return (
    <div className="space-y-12">
      <div className="space-y-3">
        <h1 className="text-3xl sm:text-5xl">{t('model.title')}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{t('model.lead')}</p>
        <EngineLine
          status={engine}
          isShellKept={isKept}
          onRetry={retryModel}
          onDownload={downloadModel}
          onStop={stopDownload}
        />
        <BackendChoice preference={preference} isBusy={isBusy} onChoose={preferBackend} />
      </div>
      <DeviceSection
        engine={engine}
        modelBytes={info?.downloadBytes}
        storage={storage}
        onRemove={actions.removeModel}
        onFetch={downloadModel}
      />
      {!info && <p>{t('model.waiting')}</p>}
      {info && !info.evaluation && <p>{t('model.unmeasured')}</p>}
      {info?.evaluation && <Measured evaluation={info.evaluation} />}
      {info && <ModelFacts info={info} engine={engine} sampleSourcesHref={SAMPLE_SOURCES_HREF} />}
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
      <RecipeComparison evaluation={evaluation} />
      <PerClassTable evaluation={evaluation} />
      <ModelSection title={t('model.confusionTitle')}>
        <p>{t('model.confusionText')}</p>
        <ConfusionTable counts={evaluation.shipped.confusion} />
      </ModelSection>
      <OtherSplits evaluation={evaluation} />
      <ModelSection title={t('model.picturesTitle')}>
        <div className="grid items-start gap-5 md:grid-cols-2">
          <MeasuredPicture src={`${PICTURES}confusion.svg`} alt={t('model.pictureConfusion')} />
          <MeasuredPicture src={`${PICTURES}reliability.svg`} alt={t('model.pictureReliability')} />
          <MeasuredPicture
            src={`${PICTURES}risk-coverage.svg`}
            alt={t('model.pictureRiskCoverage')}
          />
          <MeasuredPicture src={`${PICTURES}per-class.svg`} alt={t('model.picturePerClass')} />
        </div>
      </ModelSection>
    </>
  );
}
