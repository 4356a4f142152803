/** Where the network is computed: by itself the fastest way, or what a person picks. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { BACKEND_PREFERENCES, type BackendPreference } from '../domain/engine-status';

interface BackendChoiceProps {
  preference: BackendPreference;
  /** A photo is being classified. */
  isBusy: boolean;
  onChoose: (preference: BackendPreference) => void;
}

export function BackendChoice({ preference, isBusy, onChoose }: BackendChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <label htmlFor={id} className="font-semibold text-ink-soft">
        {t('model.computeOn')}
      </label>
      <select
        id={id}
        value={preference}
        disabled={isBusy}
        onChange={({ target }) => {
          const chosen = BACKEND_PREFERENCES.find((name) => name === target.value);
          if (chosen) onChoose(chosen);
        }}
        className="min-h-11 max-w-full rounded-xl border-2 border-line bg-surface px-3 text-ink"
      >
        {BACKEND_PREFERENCES.map((name) => (
          <option key={name} value={name}>
            {t(`model.computeChoice.${name}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
