/** Settings. */
import { useTranslation } from 'react-i18next';

export function SettingsScreen() {
  const { t } = useTranslation();
  return <h1 className="text-3xl sm:text-5xl">{t('settings.title')}</h1>;
}
