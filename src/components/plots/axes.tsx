/** The frame of a plot: lines across at round values, what they are, and what is counted along both sides. */
import type { ReactNode } from 'react';

/** Where the marks of a plot are, in its own pixels. */
export interface PlotFrame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface AxisTick {
  at: number;
  label: string;
}

interface AxesProps {
  frame: PlotFrame;
  em: number;
  x: readonly AxisTick[];
  y: readonly AxisTick[];
  /** Along the foot and above the upright axis; left out where the labels say it. */
  xTitle?: string;
  yTitle: string;
  children: ReactNode;
}

/** How much of the plot the words around the frame take, in the size of its letters. */
const HEAD_EM = 2;
const FOOT_EM = 1.5;
const TITLED_FOOT_EM = 3;
const CHARACTER_EM = 0.75;
const DIGIT_EM = 0.66;
const MOST_TICKS = 5;

interface FrameWords {
  /** Characters of the longest label along each side. */
  longestX: number;
  longestY: number;
  hasXTitle: boolean;
}

export function frameFor(
  { width, em }: { width: number; em: number },
  height: number,
  { longestY, longestX, hasXTitle }: FrameWords,
): PlotFrame {
  return {
    left: textWidth(longestY, em) + em / 2,
    // The last label stands half beyond the frame.
    right: width - textWidth(longestX, em) / 2,
    top: HEAD_EM * em,
    bottom: height - (hasXTitle ? TITLED_FOOT_EM : FOOT_EM) * em,
  };
}

/** About as wide are so many characters: enough to leave room for them. */
export function textWidth(characters: number, em: number): number {
  return characters * CHARACTER_EM * em;
}

/** Whether a number stands in the room of its column. Digits are narrower than other characters. */
export function fitsColumn(number: string, room: number, em: number): boolean {
  return number.length * DIGIT_EM * em < room;
}

/** How many round values fit along the foot. */
export function ticksThatFit({ left, right }: PlotFrame, longestX: number, em: number): number {
  return Math.max(
    1,
    Math.min(MOST_TICKS, Math.floor((right - left) / textWidth(longestX + 2, em))),
  );
}

export function Axes({ frame, em, x, y, xTitle, yTitle, children }: AxesProps) {
  const { left, right, top, bottom } = frame;
  return (
    <>
      <text x={0} y={em}>
        {yTitle}
      </text>
      {y.map(({ at, label }) => (
        <g key={label}>
          <path d={`M${left} ${at}H${right}`} stroke="var(--line)" />
          <text x={left - em / 2} y={at} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {children}
      <path d={`M${left} ${bottom}H${right}`} stroke="var(--ink)" />
      {x.map(({ at, label }) => (
        <text key={label} x={at} y={bottom + 1.2 * em} textAnchor="middle">
          {label}
        </text>
      ))}
      {xTitle && (
        <text x={(left + right) / 2} y={bottom + 2.6 * em} textAnchor="middle">
          {xTitle}
        </text>
      )}
      <path d={`M${left} ${top}V${bottom}`} stroke="var(--ink)" />
    </>
  );
}
