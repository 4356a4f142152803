/** The engines' median times as a picture: horizontal bars in SVG, readable on light and dark ground. Pure. */
import type { EngineRow } from './report';

const WIDTH = 720;
const ROW_HEIGHT = 30;
const BAR_HEIGHT = 18;
const LABEL_WIDTH = 230;
const VALUE_WIDTH = 80;
const OURS = '#0f766e';
const OTHERS = '#94a3b8';
/** Grey that has 4.5 : 1 against white and against GitHub's dark ground. */
const TEXT = '#767b83';

/** One bar an engine, in their order; a line across it marks the fastest run. */
export function enginePlot(engines: readonly EngineRow[]): string {
  const height = engines.length * ROW_HEIGHT + ROW_HEIGHT;
  const slowest = Math.max(...engines.map(({ medianMs }) => medianMs), 1);
  const scale = (WIDTH - LABEL_WIDTH - VALUE_WIDTH) / slowest;
  const bars = engines.map((row, index) => bar(row, index * ROW_HEIGHT + ROW_HEIGHT, scale));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif" font-size="14">`,
    '<title>Milliseconds for one photo, median; the line marks the fastest run</title>',
    `<text x="0" y="18" fill="${TEXT}">ms for one photo, median (line: fastest run)</text>`,
    ...bars,
    '</svg>',
    '',
  ].join('\n');
}

function bar({ engine, threads, medianMs, minMs }: EngineRow, top: number, scale: number): string {
  const baseline = top + BAR_HEIGHT - 4;
  const end = LABEL_WIDTH + medianMs * scale;
  const fastest = LABEL_WIDTH + minMs * scale;
  const label = `${engine}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  const colour = engine.startsWith('pilah-') ? OURS : OTHERS;
  return [
    `<text x="${LABEL_WIDTH - 8}" y="${baseline}" text-anchor="end" fill="${TEXT}">${escapeMarkup(label)}</text>`,
    `<rect x="${LABEL_WIDTH}" y="${top}" width="${round(medianMs * scale)}" height="${BAR_HEIGHT}" fill="${colour}"/>`,
    `<path d="M${round(fastest)} ${top}v${BAR_HEIGHT}" stroke="#000" stroke-opacity=".6"/>`,
    `<text x="${round(end + 6)}" y="${baseline}" fill="${TEXT}">${medianMs.toFixed(0)} ms</text>`,
  ].join('');
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
