/** The guide: the five groups and the nine kinds, without any model. */
import { useTranslation } from 'react-i18next';
import { BinList } from '../components/bin-list';
import { ClassTile } from '../components/class-tile';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { classCardHref } from './route';

export function GuideScreen() {
  const { t } = useTranslation();
  return (
    <div className="space-y-10">
      <div className="space-y-3">
        <h1 className="text-3xl sm:text-5xl">{t('guide.title')}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{t('guide.lead')}</p>
      </div>
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
      <BinList />
    </div>
  );
}
