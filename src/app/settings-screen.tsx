/** What a person can decide about Pilah, and what it keeps on this device. */
import { useTranslation } from 'react-i18next';
import { ModelSection } from '../components/model-section';
import { SettingChoice } from '../components/setting-choice';
import { SettingSwitch } from '../components/setting-switch';
import { VersionSection } from '../components/version-section';
import { LANGUAGES } from '../content/language';
import { languageName } from '../content/language-name';
import { DeleteEverything } from './delete-everything';
import { OnThisDevice } from './on-this-device';
import { useSettings } from './store-context';
import { TeachSection } from './teach-section';
import { keptTheme, THEMES } from './theme';

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
      <OnThisDevice />
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
