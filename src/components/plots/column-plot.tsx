/** Columns that stand side by side in the order of time, with their counts above. */
import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useFormats } from '../../content/use-language';
import { Axes, fitsColumn, frameFor, textWidth } from './axes';
import { PlotFigure, type PlotWords } from './plot-figure';
import type { PlotSize } from './use-plot-size';

export interface PlotColumn {
  key: string;
  label: string;
  n: number;
}

interface ColumnPlotProps extends PlotWords {
  columns: readonly PlotColumn[];
  /** What is counted. */
  unit: string;
  table: ReactNode;
}

const HEIGHT_EM = 15;
const WIDEST_COLUMN_EM = 5;
const TICKS = 4;

export function ColumnPlot({ columns, unit, table, ...words }: ColumnPlotProps) {
  const { count } = useFormats();
  return (
    <PlotFigure {...words} table={table} draw={(size) => drawColumns(size, columns, unit, count)} />
  );
}

function drawColumns(
  { width, em }: PlotSize,
  columns: readonly PlotColumn[],
  unit: string,
  count: (n: number) => string,
) {
  const height = HEIGHT_EM * em;
  const most = Math.max(1, ...columns.map(({ n }) => n));
  const y = scaleLinear().domain([0, most]).nice(TICKS);
  const longestY = Math.max(...y.domain().map((n) => count(n).length));
  const longestX = Math.max(...columns.map(({ label }) => label.length));
  const frame = frameFor({ width, em }, height, { longestX, longestY, hasXTitle: false });
  // One week alone is no wall.
  const right = Math.min(frame.right, frame.left + columns.length * WIDEST_COLUMN_EM * em);
  const x = scaleBand(
    columns.map(({ key }) => key),
    [frame.left, right],
  ).padding(0.2);
  y.range([frame.bottom, frame.top + 1.2 * em]);
  const middleOf = (key: string) => (x(key) ?? 0) + x.bandwidth() / 2;
  const nth = Math.ceil((textWidth(longestX, em) + em / 2) / x.step());
  const hasNumbers = fitsColumn(count(most), x.step(), em);
  const marks = (
    <Axes
      frame={frame}
      em={em}
      yTitle={unit}
      // The latest always has its name.
      x={columns
        .filter((_, index) => (columns.length - 1 - index) % nth === 0)
        .map(({ key, label }) => ({ at: middleOf(key), label }))}
      y={y
        .ticks(TICKS)
        .filter(Number.isInteger)
        .map((n) => ({ at: y(n), label: count(n) }))}
    >
      {columns.map(({ key, n }) => (
        <g key={key}>
          <rect
            x={x(key)}
            y={y(n)}
            width={x.bandwidth()}
            height={frame.bottom - y(n)}
            fill="var(--accent)"
          />
          {hasNumbers && (
            <text x={middleOf(key)} y={y(n) - 0.3 * em} textAnchor="middle">
              {count(n)}
            </text>
          )}
        </g>
      ))}
    </Axes>
  );
  return { height, marks };
}
