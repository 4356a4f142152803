/** Where the network is computed: by itself the fastest way, or what a person picks. */
import { useTranslation } from 'react-i18next';
import { BACKEND_PREFERENCES, type BackendPreference } from '../domain/engine-status';
import { SettingChoice } from './setting-choice';

interface BackendChoiceProps {
  preference: BackendPreference;
  /** A photo is being classified. */
  isBusy: boolean;
  onChoose: (preference: BackendPreference) => void;
}

export function BackendChoice({ preference, isBusy, onChoose }: BackendChoiceProps) {
  const { t } = useTranslation();
  return (
    <SettingChoice
      label={t('model.computeOn')}
      value={preference}
      options={BACKEND_PREFERENCES.map((value) => ({
        value,
        name: t(`model.computeChoice.${value}`),
      }))}
      isDisabled={isBusy}
      onChoose={onChoose}
    />
  );
}
