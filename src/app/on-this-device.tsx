/** How the model runs on this device, where a person wants it to, and what of it is kept. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BackendChoice } from '../components/backend-choice';
import { DeviceSection } from '../components/device-section';
import { SettingChoice } from '../components/setting-choice';
import { MAX_THREADS } from '../domain/engine-status';
import { EngineNews } from './engine-news';
import { usePilah, useSettings } from './store-context';
import { useDeviceStorage } from './use-device-storage';

const AUTO = 'auto';
const THREADS = Array.from({ length: MAX_THREADS }, (_, index) => String(index + 1));

export function OnThisDevice() {
  const { t } = useTranslation();
  const info = usePilah((state) => state.modelInfo);
  const engine = usePilah((state) => state.engine);
  const preference = usePilah((state) => state.backendPreference);
  const isBusy = usePilah((state) => state.photo.kind === 'classifying');
  const actions = usePilah((state) => state.actions);
  const { downloadModel, preferBackend, checkKept } = actions;
  const threads = useSettings((state) => state.threads);
  const choose = useSettings((state) => state.choose);
  const storage = useDeviceStorage(engine.kind === 'ready' ? engine.kept.kind : engine.kind);
  // The browser may have deleted it since the page was opened.
  useEffect(checkKept, [checkKept]);
  return (
    <DeviceSection
      engine={engine}
      modelBytes={info?.downloadBytes}
      storage={storage}
      onRemove={actions.removeModel}
      onFetch={downloadModel}
    >
      <EngineNews />
      {engine.kind === 'ready' && engine.backend.renderer && (
        <p>{t('model.renderer', { name: engine.backend.renderer })}</p>
      )}
      <BackendChoice preference={preference} isBusy={isBusy} onChoose={preferBackend} />
      <SettingChoice
        label={t('model.device.threads')}
        value={threads ?? AUTO}
        options={[
          { value: AUTO, name: t('model.device.autoThreads') },
          ...THREADS.map((value) => ({ value, name: value })),
        ]}
        isDisabled={isBusy}
        onChoose={(value) => {
          choose('threads', value === AUTO ? null : value);
          actions.restartModel();
        }}
      />
    </DeviceSection>
  );
}
