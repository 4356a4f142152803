/** The sentence about what the last action on the history has done; empty while there is none. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { useHistory } from './store-context';

export function useHistoryNews(): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const news = useHistory((state) => state.news);
  const figures = (count: number) => ({ count, n: formats.count(count) });
  switch (news?.kind) {
    case undefined:
      return '';
    case 'removed':
      return t('history.removed', figures(news.count));
    case 'restored':
      return t('history.restored', figures(news.count));
    case 'imported': {
      const { added, known, leftOut } = news;
      return [
        t('history.imported', figures(added)),
        known > 0 && t('history.known', figures(known)),
        leftOut > 0 && t('history.leftOut', figures(leftOut)),
      ]
        .filter(Boolean)
        .join(' ');
    }
    default:
      return news satisfies never;
  }
}
