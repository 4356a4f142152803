/** The answers of a queue on paper: not on screen; while it is printed nothing else of the page is. */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { QueueItem } from '../domain/photo-queue';
import { isWasteClassId } from '../domain/waste-class';
import { reportRow } from './queue-report';
import { QueueTotals } from './queue-totals';

interface PrintedReportProps {
  items: readonly QueueItem[];
  /** After the print dialog. */
  onPrinted: () => void;
}

export function PrintedReport({ items, onPrinted }: PrintedReportProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  const kindOf = (id: string) => (isWasteClassId(id) ? t(`kinds.${id}`) : '');
  return createPortal(
    <section className="printed-report">
      <h1>
        {t('queue.reportTitle', { date: formats.date(new Date().toISOString().slice(0, 10)) })}
      </h1>
      <QueueTotals items={items} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('queue.column.file')}</th>
            <th scope="col">{t('queue.column.kind')}</th>
            <th scope="col">{t('queue.column.certainty')}</th>
            <th scope="col">{t('queue.column.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const row = reportRow(item);
            const { outcome } = item;
            return (
              <tr key={item.id}>
                <td>{row.file}</td>
                <td>{kindOf(row.class)}</td>
                <td>{row.probability === undefined ? '' : formats.probability(row.probability)}</td>
                <td>
                  {outcome.kind === 'failed' && t(`errors.${outcome.failure.code}`)}
                  {outcome.kind === 'done' && t(`queue.verdict.${outcome.classification.verdict}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{t('app.region')}</p>
    </section>,
    document.body,
  );
}
