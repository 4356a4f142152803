/** Bars that lie, one for each named thing, with their values written behind; a tick compares each with another value. */
import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { textWidth } from './axes';
import { type LegendEntry, PlotFigure, type PlotWords } from './plot-figure';
import type { PlotSize } from './use-plot-size';

export interface PlotBar {
  key: string;
  label: string;
  value: number;
  /** The value as it is written. */
  text: string;
  /** Where the tick stands. */
  compared?: number;
}

interface BarPlotProps extends PlotWords {
  bars: readonly PlotBar[];
  /** What the longest possible bar stands for; by default the longest there is. */
  max?: number;
  legend?: readonly LegendEntry[];
  table: ReactNode;
}

/** A name before its bar takes at most this share of the width; longer ones stand above. */
const LONGEST_LABEL = 0.36;
const ROW_EM = 2;
const STACKED_ROW_EM = 3.2;
const BAR_EM = 1.3;

export function BarPlot({ bars, max, legend = [], table, ...words }: BarPlotProps) {
  return (
    <PlotFigure
      {...words}
      legend={legend}
      table={table}
      draw={(size) => drawBars(size, bars, max ?? Math.max(1, ...bars.map(({ value }) => value)))}
    />
  );
}

function drawBars({ width, em }: PlotSize, bars: readonly PlotBar[], max: number) {
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const labelWidth = textWidth(longest(bars.map(({ label }) => label)), em);
  const isStacked = labelWidth > LONGEST_LABEL * width;
  const height = bars.length * (isStacked ? STACKED_ROW_EM : ROW_EM) * em;
  const rows = scaleBand(
    bars.map(({ key }) => key),
    [0, height],
  );
  const left = isStacked ? 0 : labelWidth;
  const room = textWidth(longest(bars.map(({ text }) => text)), em) + em / 2;
  const along = scaleLinear([0, max], [left, width - room]);
  const marks = bars.map(({ key, label, value, text, compared }) => {
    const bottom = (rows(key) ?? 0) + rows.bandwidth() - 0.3 * em;
    const top = bottom - BAR_EM * em;
    const middle = (top + bottom) / 2;
    return (
      <g key={key}>
        {isStacked ? (
          <text x={0} y={top - 0.4 * em}>
            {label}
          </text>
        ) : (
          <text x={left - 0.6 * em} y={middle} dy="0.35em" textAnchor="end">
            {label}
          </text>
        )}
        <rect
          x={left}
          y={top}
          width={along(value) - left}
          height={bottom - top}
          rx={2}
          fill="var(--accent)"
        />
        {compared !== undefined && <Tick x={along(compared)} top={top} bottom={bottom} />}
        <text x={along(Math.max(value, compared ?? 0)) + em / 2} y={middle} dy="0.35em">
          {text}
        </text>
      </g>
    );
  });
  return { height, marks };
}

interface TickProps {
  x: number;
  top: number;
  bottom: number;
}

/** Seen on the bar and beside it: a line in the page's ink with an edge in the page's ground. */
function Tick({ x, top, bottom }: TickProps) {
  const line = `M${x} ${top - 3}V${bottom + 3}`;
  return (
    <>
      <path d={line} stroke="var(--paper)" strokeWidth={7} />
      <path d={line} stroke="var(--ink)" strokeWidth={3} />
    </>
  );
}
