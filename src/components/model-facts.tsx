/** Which versions these are, how large the model is, and under which licences all of it stands. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { ModelInfo } from '../domain/model-info';
import { ModelSection } from './model-section';

interface ModelFactsProps {
  info: ModelInfo;
  appVersion: string;
  sampleSourcesHref: string;
  /** The licences of all packages in the page. */
  licencesHref: string;
}

export function ModelFacts({ info, appVersion, sampleSourcesHref, licencesHref }: ModelFactsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ModelSection title={t('model.aboutTitle')}>
      <dl className="grid max-w-4xl gap-x-8 gap-y-3 sm:grid-cols-[auto_1fr]">
        <Fact name={t('model.appVersion')}>{appVersion}</Fact>
        <Fact name={t('model.version')}>{info.version}</Fact>
        <Fact name={t('model.created')}>{formats.date(info.provenance.created)}</Fact>
        <Fact name={t('model.download')}>{formats.megabytes(info.downloadBytes)}</Fact>
        <Fact name={t('model.licences')}>
          {t('model.licenceText')}
          <ul className="mt-1">
            <LicenceLink href={licencesHref}>{t('model.packageLicences')}</LicenceLink>
            <LicenceLink href={sampleSourcesHref}>{t('model.sampleSources')}</LicenceLink>
          </ul>
        </Fact>
      </dl>
    </ModelSection>
  );
}

interface LicenceLinkProps {
  href: string;
  children: string;
}

function LicenceLink({ href, children }: LicenceLinkProps) {
  return (
    <li>
      <a className="text-link inline-flex min-h-11 items-center" href={href}>
        {children}
      </a>
    </li>
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
