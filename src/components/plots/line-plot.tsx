/** Lines of shares over shares, told apart by their strokes. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import { Axes, frameFor, ticksThatFit } from './axes';
import { useAxisFormats } from './axis-formats';
import { PlotFigure, type PlotWords } from './plot-figure';
import type { PlotSize } from './use-plot-size';

export interface PlotLine {
  label: string;
  mark: 'line' | 'dashes';
  /** Both 0 to 1. */
  points: readonly { x: number; y: number }[];
}

interface LinePlotProps extends PlotWords {
  lines: readonly PlotLine[];
  xTitle: string;
  yTitle: string;
  table: ReactNode;
}

const HEIGHT_EM = 19;
const TICKS = 5;
const STROKES = {
  line: { stroke: 'var(--accent)', strokeWidth: 3 },
  dashes: { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '6 5' },
} as const;

export function LinePlot({ lines, xTitle, yTitle, table, title, summary }: LinePlotProps) {
  const { percent } = useAxisFormats();

  const draw = (size: PlotSize) => {
    const height = HEIGHT_EM * size.em;
    const longest = percent(1).length;
    const words = { longestX: longest, longestY: longest, hasXTitle: true };
    const frame = frameFor(size, height, words);
    const highest = Math.max(0.05, ...lines.flatMap(({ points }) => points.map(({ y }) => y)));
    const x = scaleLinear([0, 1], [frame.left, frame.right]);
    const y = scaleLinear([0, highest], [frame.bottom, frame.top]).nice(TICKS);
    const pathOf = line<{ x: number; y: number }>(
      (point) => x(point.x),
      (point) => y(point.y),
    );
    const marks = (
      <Axes
        frame={frame}
        em={size.em}
        x={x
          .ticks(ticksThatFit(frame, longest, size.em))
          .map((share) => ({ at: x(share), label: percent(share) }))}
        y={y.ticks(TICKS).map((share) => ({ at: y(share), label: percent(share) }))}
        xTitle={xTitle}
        yTitle={yTitle}
      >
        {lines.map(({ label, mark, points }) => (
          <path key={label} d={pathOf([...points]) ?? ''} fill="none" {...STROKES[mark]} />
        ))}
      </Axes>
    );
    return { height, marks };
  };

  return (
    <PlotFigure
      title={title}
      summary={summary}
      legend={lines.map(({ mark, label }) => ({ mark, label }))}
      draw={draw}
      table={table}
    />
  );
}
