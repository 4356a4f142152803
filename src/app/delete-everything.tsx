/** Takes all that Pilah keeps off this device, asked twice. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { ModelSection } from '../components/model-section';
import { usePilah } from './store-context';

export function DeleteEverything() {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const { removeModel } = usePilah((state) => state.actions);

  async function deleteAll(): Promise<void> {
    removeModel();
    const { forgetDevice } = await import('../storage/forget-device');
    await forgetDevice();
    window.location.reload();
  }

  return (
    <ModelSection title={t('settings.everything')}>
      <p className="max-w-prose">{t('settings.everythingText')}</p>
      {isAsking ? (
        <fieldset className="space-y-3">
          <legend className="font-semibold">{t('settings.deleteSure')}</legend>
          <div className="flex flex-wrap gap-3">
            <ActionButton look="quiet" onClick={() => void deleteAll()}>
              {t('settings.deleteYes')}
            </ActionButton>
            <ActionButton look="quiet" onClick={() => setIsAsking(false)}>
              {t('settings.deleteNo')}
            </ActionButton>
          </div>
        </fieldset>
      ) : (
        <ActionButton look="quiet" onClick={() => setIsAsking(true)}>
          {t('settings.deleteAll')}
        </ActionButton>
      )}
    </ModelSection>
  );
}
