/** Which class is taken for which. The numbers are the plot: a table whose cells deepen with the share of their row. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../content/use-language';
import { WASTE_CLASS_IDS } from '../../domain/waste-class';
import { ClassIcon } from '../class-icon';
import { ClassName } from '../class-name';
import { ScrollBox } from '../data-table';
import { PlotCaption, type PlotWords } from './plot-figure';

interface ConfusionPlotProps extends PlotWords {
  /** Rows: the true class; columns: the answer; counts of photos. */
  counts: readonly (readonly number[])[];
}

/** Deeper, and the page's ink would no longer stand out from the accent (WCAG AA, both themes). */
const DEEPEST_PERCENT = 45;

export function ConfusionPlot({ counts, title, summary }: ConfusionPlotProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const id = useId();
  return (
    <figure aria-labelledby={`${id}-title`} className="plot min-w-0 space-y-3">
      <PlotCaption id={id} title={title} summary={summary} />
      <ScrollBox label={title}>
        <table className="w-full max-w-2xl min-w-62 table-fixed border-separate border-spacing-px text-xs sm:border-spacing-0.5 sm:text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-6 text-left text-sm font-normal text-ink-soft sm:w-48">
                <span className="max-sm:sr-only">{t('plots.confusion.corner')}</span>
              </th>
              {WASTE_CLASS_IDS.map((column) => (
                <th key={column} scope="col">
                  <ClassIcon id={column} className="mx-auto size-4 sm:size-6" />
                  <span className="sr-only">{t(`kinds.${column}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WASTE_CLASS_IDS.map((row, index) => (
              <CountRow key={row} row={row} counts={counts[index] ?? []} format={formats.count} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </figure>
  );
}

interface CountRowProps {
  row: (typeof WASTE_CLASS_IDS)[number];
  counts: readonly number[];
  format: (count: number) => string;
}

function CountRow({ row, counts, format }: CountRowProps) {
  const total = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  return (
    <tr>
      <th scope="row" className="text-left font-normal whitespace-nowrap sm:pr-3">
        <ClassName id={row} isCompact />
      </th>
      {WASTE_CLASS_IDS.map((answer, column) => {
        const count = counts[column] ?? 0;
        const percent = Math.round((count / total) * DEEPEST_PERCENT);
        const look = answer === row ? 'font-semibold outline-1' : '';
        return (
          <td
            key={answer}
            className={`h-9 rounded-md p-0 text-center whitespace-nowrap tabular-nums outline-ink sm:h-11 ${look}`}
            style={{ background: `color-mix(in srgb, var(--accent) ${percent}%, var(--surface))` }}
          >
            {format(count)}
          </td>
        );
      })}
    </tr>
  );
}
