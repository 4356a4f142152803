/** The five groups of waste with their colours and symbols, and where they come from. */
import { useTranslation } from 'react-i18next';
import { BIN_IDS } from '../content/bins';
import { BinLabel } from './bin-label';

export function BinList() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="bins-title" className="space-y-4">
      <h2 id="bins-title" className="text-2xl">
        {t('guide.bins')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {BIN_IDS.map((bin) => (
          <li key={bin}>
            <BinLabel bin={bin} shape="tag" />
          </li>
        ))}
      </ul>
      <div className="max-w-3xl space-y-2 text-base text-ink-soft">
        <p>{t('app.region')}</p>
        <p>
          {t('guide.law')} {t('card.source', { source: t('guide.binsSource') })}
        </p>
        <p>
          {t('guide.wasteBanks')} {t('card.source', { source: t('guide.wasteBanksSource') })}
        </p>
      </div>
    </section>
  );
}
