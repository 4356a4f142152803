/** Poster. */
import { useTranslation } from 'react-i18next';

export function PosterScreen() {
  const { t } = useTranslation();
  return <h1 className="text-3xl sm:text-5xl">{t('poster.title')}</h1>;
}
