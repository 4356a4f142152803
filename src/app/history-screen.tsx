/** History. */
import { useTranslation } from 'react-i18next';

export function HistoryScreen() {
  const { t } = useTranslation();
  return <h1 className="text-3xl sm:text-5xl">{t('history.title')}</h1>;
}
