/** Which class is taken for which: counts in a table whose cells deepen with the share of their row. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { ClassIcon } from './class-icon';
import { ClassName } from './class-name';
import { ScrollBox } from './data-table';

interface ConfusionTableProps {
  /** Rows: the true class; columns: the answer; counts of photos. */
  counts: readonly (readonly number[])[];
}

/** Deeper, and the page's ink would no longer stand out from the accent (WCAG AA, both themes). */
const DEEPEST_PERCENT = 45;

export function ConfusionTable({ counts }: ConfusionTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ScrollBox label={t('model.confusionTitle')}>
      <table className="border-separate border-spacing-0.5 text-base">
        <caption className="sr-only">{t('model.confusionText')}</caption>
        <thead>
          <tr>
            <th scope="col" className="p-1 text-left text-sm font-normal text-ink-soft">
              {t('model.confusionCorner')}
            </th>
            {WASTE_CLASS_IDS.map((id) => (
              <th key={id} scope="col" className="p-1">
                <ClassIcon id={id} className="mx-auto size-6" />
                <span className="sr-only">{t(`kinds.${id}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WASTE_CLASS_IDS.map((id, row) => {
            const rowCounts = counts[row] ?? [];
            const total = Math.max(
              1,
              rowCounts.reduce((sum, count) => sum + count, 0),
            );
            return (
              <tr key={id}>
                <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap">
                  <ClassName id={id} isCompact />
                </th>
                {WASTE_CLASS_IDS.map((answer, column) => (
                  <ShadedCell
                    key={answer}
                    share={(rowCounts[column] ?? 0) / total}
                    isRight={row === column}
                  >
                    {formats.count(rowCounts[column] ?? 0)}
                  </ShadedCell>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface ShadedCellProps {
  share: number;
  isRight: boolean;
  children: string;
}

function ShadedCell({ share, isRight, children }: ShadedCellProps) {
  const percent = Math.round(share * DEEPEST_PERCENT);
  return (
    <td
      className={`h-11 min-w-11 rounded-md text-center tabular-nums ${isRight ? 'font-bold' : ''}`}
      style={{ background: `color-mix(in srgb, var(--accent) ${percent}%, var(--surface))` }}
    >
      {children}
    </td>
  );
}
