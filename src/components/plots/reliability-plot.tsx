/** How often answers of each certainty were right, against the line where both would be alike; below it, how many there were. */
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../content/use-language';
import { Axes, fitsColumn, frameFor, ticksThatFit } from './axes';
import { useAxisFormats } from './axis-formats';
import { HollowRect, PlotFigure, type PlotWords } from './plot-figure';
import type { PlotSize } from './use-plot-size';

export interface ReliabilityBar {
  /** Of certainty, 0 to 1. */
  from: number;
  to: number;
  n: number;
  accuracy: number;
}

interface ReliabilityPlotProps extends PlotWords {
  bars: readonly ReliabilityBar[];
  table: ReactNode;
}

/** Of fewer photos a share tells little. */
const FEW_PHOTOS = 30;
const SHARES_EM = 17;
const COUNTS_EM = 9;
const TICKS = 5;
const COUNT_TICKS = 2;
const GAP_PX = 1;

export function ReliabilityPlot({ bars, table, title, summary }: ReliabilityPlotProps) {
  const { t } = useTranslation();
  const { percent } = useAxisFormats();
  const { count } = useFormats();

  const draw = (size: PlotSize) => {
    const { em } = size;
    const most = Math.max(1, ...bars.map(({ n }) => n));
    const yCount = scaleLinear().domain([0, most]).nice(COUNT_TICKS);
    const longestY = Math.max(percent(1).length, ...yCount.domain().map((n) => count(n).length));
    const words = { longestX: percent(1).length, longestY };
    const shares = frameFor(size, SHARES_EM * em, { ...words, hasXTitle: false });
    const counts = frameFor(size, COUNTS_EM * em, { ...words, hasXTitle: true });
    const x = scaleLinear([0, 1], [shares.left, shares.right]);
    const y = scaleLinear([0, 1], [shares.bottom, shares.top]);
    yCount.range([counts.bottom, counts.top + em]);
    const xTicks = x.ticks(ticksThatFit(counts, words.longestX, em));
    const diagonal = `M${x(0)} ${y(0)}L${x(1)} ${y(1)}`;
    const marks = (
      <>
        <Axes
          frame={shares}
          em={em}
          x={[]}
          y={y.ticks(TICKS).map((share) => ({ at: y(share), label: percent(share) }))}
          yTitle={t('plots.reliability.right')}
        >
          {bars.map((bar) => (
            <ShareBar key={bar.from} bar={bar} x={x} y={y} />
          ))}
          {/* With an edge, to be seen on bars too. */}
          <path d={diagonal} stroke="var(--paper)" strokeWidth={6} strokeDasharray="6 5" />
          <path d={diagonal} stroke="var(--ink)" strokeWidth={2} strokeDasharray="6 5" />
        </Axes>
        <g transform={`translate(0 ${SHARES_EM * em})`}>
          <Axes
            frame={counts}
            em={em}
            x={xTicks.map((share) => ({ at: x(share), label: percent(share) }))}
            xTitle={t('plots.reliability.certainty')}
            y={yCount.ticks(COUNT_TICKS).map((n) => ({ at: yCount(n), label: count(n) }))}
            yTitle={t('plots.reliability.photos')}
          >
            {bars.map(({ from, to, n }) => (
              <g key={from}>
                <rect
                  x={x(from) + GAP_PX}
                  y={yCount(n)}
                  width={x(to) - x(from) - 2 * GAP_PX}
                  height={counts.bottom - yCount(n)}
                  fill="var(--ink)"
                />
                {fitsColumn(count(most), x(to) - x(from), em) && (
                  <text x={x((from + to) / 2)} y={yCount(n) - em / 4} textAnchor="middle">
                    {count(n)}
                  </text>
                )}
              </g>
            ))}
          </Axes>
        </g>
      </>
    );
    return { height: (SHARES_EM + COUNTS_EM) * em, marks };
  };

  return (
    <PlotFigure
      title={title}
      summary={summary}
      table={table}
      legend={[
        { mark: 'bar', label: t('plots.reliability.bar') },
        { mark: 'hollow', label: t('plots.reliability.few', { n: count(FEW_PHOTOS) }) },
        { mark: 'dashes', label: t('plots.reliability.diagonal') },
      ]}
      draw={draw}
    />
  );
}

interface ShareBarProps {
  bar: ReliabilityBar;
  x: (share: number) => number;
  y: (share: number) => number;
}

function ShareBar({ bar: { from, to, n, accuracy }, x, y }: ShareBarProps) {
  const place = {
    x: x(from) + GAP_PX,
    y: y(accuracy),
    width: x(to) - x(from) - 2 * GAP_PX,
    height: y(0) - y(accuracy),
  };
  return n < FEW_PHOTOS ? <HollowRect {...place} /> : <rect {...place} fill="var(--accent)" />;
}
