/** What a person can decide about Pilah, and what it keeps on this device. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BackendChoice } from '../components/backend-choice';
import { DeviceSection } from '../components/device-section';
import { EngineLine } from '../components/engine-line';
import { ModelSection } from '../components/model-section';
import { SettingChoice } from '../components/setting-choice';
import { SettingSwitch } from '../components/setting-switch';
import { VersionSection } from '../components/version-section';
import { LANGUAGES } from '../content/language';
import { languageName } from '../content/language-name';
import { MAX_THREADS } from '../domain/engine-status';
import { DeleteEverything } from './delete-everything';
import { usePilah, useSettings, useShell } from './store-context';
import { TeachSection } from './teach-section';
import { keptTheme, THEMES } from './theme';
import { useDeviceStorage } from './use-device-storage';

const AUTO = 'auto';
const LOOKS = [AUTO, ...THEMES] as const;

export function SettingsScreen() {
  const { t } = useTranslation();
  return (
    <div className="space-y-12">
      <div className="space-y-3">
        <h1 className="text-3xl sm:text-5xl">{t('settings.title')}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{t('settings.lead')}</p>
      </div>
      <LookSection />
      <SortingSection />
      <TeachSection />
      <ComputingSection />
      <KeptSection />
      <DeleteEverything />
      <VersionSection />
    </div>
  );
}

function LookSection() {
  const { t } = useTranslation();
  const language = useSettings((state) => state.language);
  const theme = useSettings((state) => state.theme);
  const choose = useSettings((state) => state.choose);
  return (
    <ModelSection title={t('settings.look')}>
      <SettingChoice
        label={t('settings.language')}
        value={language ?? AUTO}
        options={[
          { value: AUTO, name: t('settings.autoLanguage') },
          ...LANGUAGES.map((code) => ({ value: code, name: languageName(code), lang: code })),
        ]}
        onChoose={(value) => choose('language', value === AUTO ? null : value)}
      />
      <SettingChoice
        label={t('settings.theme')}
        value={keptTheme(theme) ?? AUTO}
        options={LOOKS.map((value) => ({ value, name: t(`settings.themes.${value}`) }))}
        onChoose={(value) => choose('theme', value === AUTO ? null : value)}
      />
    </ModelSection>
  );
}

function SortingSection() {
  const { t } = useTranslation();
  const classifyAtOnce = useSettings((state) => state.classifyAtOnce);
  const keepHistory = useSettings((state) => state.keepHistory);
  const set = useSettings((state) => state.set);
  return (
    <ModelSection title={t('settings.sorting')}>
      <SettingSwitch
        label={t('settings.atOnce')}
        text={t('settings.atOnceText')}
        isOn={classifyAtOnce}
        onChange={(isOn) => set('classifyAtOnce', isOn)}
      />
      <SettingSwitch
        label={t('settings.keepHistory')}
        text={t('settings.keepHistoryText')}
        isOn={keepHistory}
        onChange={(isOn) => set('keepHistory', isOn)}
      />
    </ModelSection>
  );
}

function ComputingSection() {
  const { t } = useTranslation();
  const engine = usePilah((state) => state.engine);
  const preference = usePilah((state) => state.backendPreference);
  const isBusy = usePilah((state) => state.photo.kind === 'classifying');
  const isShellKept = useShell((state) => state.isKept);
  const actions = usePilah((state) => state.actions);
  const threads = useSettings((state) => state.threads);
  const choose = useSettings((state) => state.choose);
  const counts = Array.from({ length: MAX_THREADS }, (_, index) => String(index + 1));
  return (
    <ModelSection title={t('settings.computing')}>
      <EngineLine
        status={engine}
        isShellKept={isShellKept}
        onRetry={actions.retryModel}
        onDownload={actions.downloadModel}
        onStop={actions.stopDownload}
      />
      <BackendChoice preference={preference} isBusy={isBusy} onChoose={actions.preferBackend} />
      <SettingChoice
        label={t('settings.threads')}
        value={threads ?? AUTO}
        options={[
          { value: AUTO, name: t('settings.autoThreads') },
          ...counts.map((value) => ({ value, name: value })),
        ]}
        isDisabled={isBusy}
        onChoose={(value) => {
          choose('threads', value === AUTO ? null : value);
          actions.restartModel();
        }}
      />
    </ModelSection>
  );
}

function KeptSection() {
  const info = usePilah((state) => state.modelInfo);
  const engine = usePilah((state) => state.engine);
  const { removeModel, downloadModel, checkKept } = usePilah((state) => state.actions);
  const storage = useDeviceStorage(engine.kind === 'ready' ? engine.kept.kind : engine.kind);
  // The browser may have deleted it since the page was opened.
  useEffect(checkKept, [checkKept]);
  return (
    <DeviceSection
      engine={engine}
      modelBytes={info?.downloadBytes}
      storage={storage}
      onRemove={removeModel}
      onFetch={downloadModel}
    />
  );
}
