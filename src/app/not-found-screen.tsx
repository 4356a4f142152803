/** An address that leads nowhere, with the way home. */
import { useTranslation } from 'react-i18next';
import { NoticePage } from '../components/notice-page';
import { SORT_HREF } from './route';

export function NotFoundScreen() {
  const { t } = useTranslation();
  return (
    <NoticePage title={t('notFound.title')} text={t('notFound.text')}>
      <a href={SORT_HREF} className="text-link inline-flex min-h-11 items-center font-semibold">
        {t('notFound.home')}
      </a>
    </NoticePage>
  );
}
