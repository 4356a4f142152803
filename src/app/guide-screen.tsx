/** The guide: where everyday things go, the nine kinds and the five groups, without any model. */
import { ChevronDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BinList } from '../components/bin-list';
import { ClassTile } from '../components/class-tile';
import { FailureNotice } from '../components/failure-notice';
import { ItemList } from '../components/item-list';
import { itemsOf } from '../content/items';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { GuideSearch } from './guide-search';
import { classCardHref, POSTER_HREF } from './route';
import { useItems } from './use-items';

export function GuideScreen() {
  const { t } = useTranslation();
  const { texts, hasFailed, retry } = useItems();
  return (
    <div className="space-y-10">
      <div className="space-y-3">
        <h1 className="text-3xl sm:text-5xl">{t('guide.title')}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{t('guide.lead')}</p>
      </div>
      {hasFailed && <FailureNotice code="part-unreachable" onRetry={retry} />}
      {texts && <GuideSearch texts={texts} />}
      <section aria-labelledby="kinds-title" className="space-y-4">
        <h2 id="kinds-title" className="text-2xl">
          {t('guide.kinds')}
        </h2>
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {WASTE_CLASS_IDS.map((id) => (
            <li key={id}>
              <ClassTile id={id} href={classCardHref(id)} />
            </li>
          ))}
        </ul>
      </section>
      {texts && (
        <details className="group rounded-2xl border-2 border-line bg-surface px-5 py-2">
          <summary className="flex min-h-11 items-center justify-between gap-3 text-xl font-bold">
            {t('guide.othersTitle')}
            <ChevronDown
              aria-hidden
              className="size-6 shrink-0 text-accent group-open:rotate-180"
            />
          </summary>
          <div className="space-y-5 py-4">
            <p>{t('guide.othersText')}</p>
            <ItemList items={itemsOf(null)} texts={texts} isWithBin />
          </div>
        </details>
      )}
      <a
        href={POSTER_HREF}
        className="inline-flex min-h-11 items-center gap-2 rounded-xl border-2 border-control bg-surface px-5 py-2 font-semibold hover:border-accent"
      >
        <Printer aria-hidden className="size-5" />
        {t('guide.poster')}
      </a>
      <BinList />
    </div>
  );
}
