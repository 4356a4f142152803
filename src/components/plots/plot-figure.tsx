/** What all plots have: a name, its sense in a sentence, what the marks mean, the drawing, and its numbers in a table. */
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './plots.css';
import { type PlotSize, usePlotSize } from './use-plot-size';

export interface PlotWords {
  title: string;
  /** What is to be seen, in a sentence: readers of screens hear it with the name. */
  summary: string;
}

export interface Drawing {
  height: number;
  marks: ReactNode;
}

export interface LegendEntry {
  mark: PlotMark;
  label: string;
}

export type PlotMark = 'bar' | 'hollow' | 'tick' | 'line' | 'dashes';

interface PlotFigureProps extends PlotWords {
  legend?: readonly LegendEntry[];
  draw: (size: PlotSize) => Drawing;
  table: ReactNode;
}

export function PlotFigure({ title, summary, legend = [], draw, table }: PlotFigureProps) {
  const { t } = useTranslation();
  const id = useId();
  const [size, measure] = usePlotSize();
  const { height, marks } = draw(size);
  return (
    <figure aria-labelledby={`${id}-title`} className="plot min-w-0 space-y-3">
      <PlotCaption id={id} title={title} summary={summary} />
      {legend.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {legend.map(({ mark, label }) => (
            <li key={label} className="flex items-center gap-2">
              <LegendMark mark={mark} />
              {label}
            </li>
          ))}
        </ul>
      )}
      <div ref={measure} className="text-sm">
        <svg
          role="img"
          aria-label={title}
          aria-describedby={`${id}-summary`}
          viewBox={`0 0 ${size.width} ${height}`}
          fill="var(--ink)"
          className="block w-full"
        >
          {marks}
        </svg>
      </div>
      <details>
        <summary className="text-link inline-block py-2.5 text-base">{t('plots.table')}</summary>
        {table}
      </details>
    </figure>
  );
}

interface PlotCaptionProps extends PlotWords {
  /** What the elements' own ids begin with. */
  id: string;
}

export function PlotCaption({ id, title, summary }: PlotCaptionProps) {
  return (
    <figcaption className="space-y-1">
      <h3 id={`${id}-title`} className="text-xl">
        {title}
      </h3>
      <p id={`${id}-summary`} className="max-w-prose text-base text-ink-soft">
        {summary}
      </p>
    </figcaption>
  );
}

function LegendMark({ mark }: { mark: PlotMark }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 14" className="h-3.5 w-6 shrink-0">
      {mark === 'bar' && <rect width="24" height="14" rx="2" fill="var(--accent)" />}
      {mark === 'hollow' && <HollowRect x={1} y={1} width={22} height={12} />}
      {mark === 'tick' && <path d="M12 0V14" stroke="var(--ink)" strokeWidth="3" />}
      {mark === 'line' && <path d="M0 7H24" stroke="var(--accent)" strokeWidth="3" />}
      {mark === 'dashes' && (
        <path d="M0 7H24" stroke="var(--ink)" strokeWidth="2" strokeDasharray="5 4" />
      )}
    </svg>
  );
}

interface RectProps {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** For what stands on weak ground. */
export function HollowRect(place: RectProps) {
  return (
    <rect
      {...place}
      fill="var(--accent-soft)"
      stroke="var(--accent)"
      strokeWidth="1.5"
      strokeDasharray="3 2"
    />
  );
}
