/** One line on a terminal that says how far a run is; writes nothing anywhere else. */
import { onOneLine } from '../output-line';

const REDRAW_MS = 200;
const DEFAULT_COLUMNS = 80;

export interface Progress {
  /** How many there are, once that is known. */
  setTotal(total: number): void;
  /** One more is done; `isNew` unless an earlier run had it. */
  step(name: string, isNew: boolean): void;
  /** Takes the line away. */
  end(): void;
}

const NOWHERE: Progress = { setTotal() {}, step() {}, end() {} };

/** @param isShown whether a person sees standard error, and results do not come between */
export function createProgress(isShown: boolean): Progress {
  if (!isShown) return NOWHERE;
  const { stderr } = process;
  const startMs = performance.now();
  let drawnMs = Number.NEGATIVE_INFINITY;
  let total: number | undefined;
  let done = 0;
  let isNewCount = 0;
  return {
    setTotal(count) {
      total = count;
    },
    step(name, isNew) {
      done += 1;
      if (isNew) isNewCount += 1;
      const nowMs = performance.now();
      if (nowMs - drawnMs < REDRAW_MS) return;
      drawnMs = nowMs;
      const state = { done, total, perSecond: (1000 * isNewCount) / (nowMs - startMs), name };
      stderr.write(`\r\u001b[K${progressLine(state, stderr.columns || DEFAULT_COLUMNS)}`);
    },
    end() {
      if (drawnMs > 0) stderr.write('\r\u001b[K');
    },
  };
}

/** `1,234 of 10,000 · 6.2 a second · 23 min left · photos/a.jpg`, never wider than the terminal. */
export function progressLine(
  state: { done: number; total: number | undefined; perSecond: number; name: string },
  columns: number,
): string {
  const { done, total, perSecond, name } = state;
  const parts = [
    total === undefined ? `${count(done)}` : `${count(done)} of ${count(total)}`,
    `${perSecond.toFixed(1)} a second`,
  ];
  if (total !== undefined && perSecond > 0)
    parts.push(`${duration((total - done) / perSecond)} left`);
  const figures = parts.join(' · ');
  // The last column stays free: a terminal may turn the line there.
  const room = columns - 1 - figures.length - 3;
  const signs = [...onOneLine(name)];
  if (room < 8) return figures.slice(0, Math.max(columns - 1, 0));
  const shown = signs.length <= room ? signs.join('') : `…${signs.slice(1 - room).join('')}`;
  return `${figures} · ${shown}`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.round(whole / 60)} min`;
  return `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}
