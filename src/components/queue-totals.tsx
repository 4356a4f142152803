/** How many photos of a queue go into which bin, and how many into none. */
import { useTranslation } from 'react-i18next';
import { BIN_IDS, CLASS_BINS } from '../content/bins';
import { useFormats } from '../content/use-language';
import { topClass } from '../domain/classification';
import type { QueueItem } from '../domain/photo-queue';
import { BinLabel } from './bin-label';

export function QueueTotals({ items }: { items: readonly QueueItem[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const answers = items.flatMap(({ outcome }) =>
    outcome.kind === 'done' ? [outcome.classification] : [],
  );
  const sure = answers.filter(({ verdict }) => verdict === 'sure');
  const bins = BIN_IDS.map((bin) => ({
    bin,
    count: sure.filter((answer) => CLASS_BINS[topClass(answer).id] === bin).length,
  })).filter(({ count }) => count > 0);
  const rest = [
    { key: 'unsure', count: answers.filter(({ verdict }) => verdict === 'unsure').length },
    { key: 'notWaste', count: answers.filter(({ verdict }) => verdict === 'not-waste').length },
  ] as const;
  if (answers.length === 0) return null;
  return (
    <ul aria-label={t('queue.totals')} className="flex flex-wrap items-center gap-x-5 gap-y-2">
      {bins.map(({ bin, count }) => (
        <li key={bin} className="flex items-center gap-2">
          <strong className="text-xl tabular-nums">{formats.count(count)}</strong>
          <BinLabel bin={bin} shape="tag" />
        </li>
      ))}
      {rest
        .filter(({ count }) => count > 0)
        .map(({ key, count }) => (
          <li key={key} className="flex items-center gap-2">
            <strong className="text-xl tabular-nums">{formats.count(count)}</strong>
            {t(`queue.${key}`)}
          </li>
        ))}
    </ul>
  );
}
