/** What the model's files are: version, size, origin, licences, and what runs them here. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { EngineStatus } from '../domain/engine-status';
import type { ModelInfo } from '../domain/model-info';
import { ModelSection } from './model-section';

interface ModelFactsProps {
  info: ModelInfo;
  engine: EngineStatus;
  sampleSourcesHref: string;
}

export function ModelFacts({ info, engine, sampleSourcesHref }: ModelFactsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { photos, created } = info.provenance;
  return (
    <ModelSection title={t('model.aboutTitle')}>
      <dl className="grid max-w-4xl gap-x-8 gap-y-3 sm:grid-cols-[auto_1fr]">
        <Fact name={t('model.version')}>{info.version}</Fact>
        <Fact name={t('model.created')}>{formats.date(created)}</Fact>
        <Fact name={t('model.download')}>{formats.megabytes(info.downloadBytes)}</Fact>
        <Fact name={t('model.network')}>{t('model.networkText')}</Fact>
        <Fact name={t('model.trainedOn')}>
          {[photos.train, photos.validation, photos.test].map(formats.count).join(' · ')}
        </Fact>
        {engine.kind === 'ready' && (
          <Fact name={t('model.backend')}>
            {t(`engine.backend.${engine.backend.name}`)}{' '}
            {t(`engine.reason.${engine.backend.reason}`)}
          </Fact>
        )}
        {engine.kind === 'ready' && engine.backend.renderer && (
          <Fact name={t('model.renderer')}>{engine.backend.renderer}</Fact>
        )}
        <Fact name={t('model.licences')}>
          {t('model.licenceText')}{' '}
          <a className="text-link" href={sampleSourcesHref}>
            {t('model.sampleSources')}
          </a>
        </Fact>
      </dl>
    </ModelSection>
  );
}

interface FactProps {
  name: string;
  children: ReactNode;
}

function Fact({ name, children }: FactProps) {
  return (
    <>
      <dt className="font-semibold text-ink-soft">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
