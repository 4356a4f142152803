/** A new version of the page waits; it is taken when a person says so, and not while photos are being sorted. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from './action-button';

interface UpdateNoticeProps {
  /** A photo is being classified, or the queue runs. */
  isBusy: boolean;
  /** A photo or a queue lies there, which a page that is loaded anew does not have. */
  hasPhotos: boolean;
  onUpdate: () => void;
  onLater: () => void;
}

export function UpdateNotice({ isBusy, hasPhotos, onUpdate, onLater }: UpdateNoticeProps) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('update.title')}
      className="mb-6 space-y-3 rounded-xl border-2 border-accent bg-surface p-4"
    >
      <p role="status">
        <strong>{t('update.title')}</strong>{' '}
        {isBusy ? t('update.busy') : hasPhotos ? t('update.photos') : t('update.text')}
      </p>
      <div className="flex flex-wrap gap-2">
        <ActionButton look="quiet" isDisabled={isBusy} onClick={onUpdate}>
          {t('update.now')}
        </ActionButton>
        <ActionButton look="quiet" onClick={onLater}>
          {t('update.later')}
        </ActionButton>
      </div>
    </section>
  );
}
