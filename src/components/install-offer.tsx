/** Offers, after a first answer, to put the page among the device's programs. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from './action-button';

interface InstallOfferProps {
  onInstall: () => void;
  onRefuse: () => void;
}

export function InstallOffer({ onInstall, onRefuse }: InstallOfferProps) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('install.title')}
      className="space-y-3 rounded-xl border-2 border-line bg-surface p-4"
    >
      <p>
        <strong>{t('install.title')}</strong> {t('install.text')}
      </p>
      <div className="flex flex-wrap gap-2">
        <ActionButton look="quiet" onClick={onInstall}>
          {t('install.now')}
        </ActionButton>
        <ActionButton look="quiet" onClick={onRefuse}>
          {t('install.never')}
        </ActionButton>
      </div>
    </section>
  );
}
