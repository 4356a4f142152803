/** Which Pilah this is, and what is new in it. */
import { useTranslation } from 'react-i18next';
import { APP_VERSION } from '../domain/app-version';
import { MODEL_VERSION } from '../domain/model-version';
import { ModelSection } from './model-section';

const NEWS = ['guide', 'history', 'teach', 'model'] as const;

export function VersionSection() {
  const { t } = useTranslation();
  return (
    <ModelSection title={t('settings.version')}>
      <p>{t('settings.versionText', { app: APP_VERSION, model: MODEL_VERSION })}</p>
      <h3 className="text-xl">{t('settings.newTitle')}</h3>
      <ul className="list-disc space-y-1 pl-6">
        {NEWS.map((name) => (
          <li key={name}>{t(`settings.news.${name}`)}</li>
        ))}
      </ul>
    </ModelSection>
  );
}
