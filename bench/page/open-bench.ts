/** The bench's page: choose engines, run, read the table, copy it. What is measured is in measure.ts. */
import type { PageMeasurement } from '../figures/report';
import { reportJson } from '../figures/report-json';
import { alignedText, resultTable } from '../figures/result-table';
import { button, checkbox, element, htmlTable, numberField } from './elements';
import type { EngineSpec, Site } from './engine-catalogue';
import { measure, nameOf } from './measure';
import './bench.css';

export interface BenchPage {
  engines: readonly EngineSpec[];
  site: Site;
  /** Which engines there are here, and why no others. */
  note: string;
}

const DEFAULT_RUNS = 20;
const MAX_RUNS = 1000;

/**
 * Draws into `#bench`. `?runs=` and `?growth=1,10,100` set what the fields begin with, for the command.
 * `data-bench` of the main element says how far it is: idle, running, done or failed.
 */
export function openBench({ engines, site, note }: BenchPage): void {
  const main = document.getElementById('bench');
  if (!main) throw new Error('the page has no element with the id bench');
  const query = new URLSearchParams(window.location.search);

  const choices = engines.map((spec) => ({ spec, field: checkbox(nameOf(spec), true) }));
  const runs = numberField('Runs of each engine', askedRuns(query), MAX_RUNS);
  const start = button('Run');
  const progress = element('p', { role: 'status' });
  const result = element('section', { 'aria-label': 'Result' });

  main.dataset.bench = 'idle';
  main.append(
    element('h1', {}, 'How fast is it on this device?'),
    element('p', {}, note),
    element('p', {}, isolationNote()),
    element(
      'p',
      {},
      'Each engine downloads its code and the model, and all stay in memory while they are compared: up to 250 MB for tfjs, 40 MB for ours. Nothing is sent anywhere. Close other programs; keep this page in front.',
    ),
    element(
      'fieldset',
      {},
      element('legend', {}, 'Engines'),
      ...choices.map(({ field }) => field.label),
    ),
    runs.label,
    start,
    progress,
    result,
  );

  start.addEventListener('click', async () => {
    const chosen = choices.filter(({ field }) => field.input.checked).map(({ spec }) => spec);
    if (chosen.length === 0) {
      progress.textContent = 'Choose at least one engine.';
      return;
    }
    start.disabled = true;
    main.dataset.bench = 'running';
    result.replaceChildren();
    try {
      const measurement = await measure(chosen, {
        site,
        runs: clampRuns(runs.input.valueAsNumber),
        growth: askedGrowth(query),
        onProgress: (what) => {
          progress.textContent = what;
        },
      });
      progress.textContent = 'Done.';
      result.append(...resultElements(measurement));
      main.dataset.bench = 'done';
    } catch (error) {
      progress.textContent = error instanceof Error ? error.message : String(error);
      main.dataset.bench = 'failed';
    }
    start.disabled = false;
  });
}

function resultElements(measurement: PageMeasurement): Node[] {
  const table = resultTable(measurement.engines);
  const text = `${alignedText(table)}\n\n${deviceLine(measurement)}\n`;
  const copied = element('span', { role: 'status' });
  const copy = button('Copy result');
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      copied.textContent = 'Copied.';
    } catch {
      copied.textContent = 'This browser does not let the page copy: select the text below.';
    }
  });
  return [
    element('h2', {}, 'Result'),
    htmlTable('Times of one photo in milliseconds', table),
    element(
      'ul',
      {},
      ...measurement.skipped.map((spec) => element('li', {}, `${nameOf(spec)}: ${spec.reason}`)),
    ),
    element('p', {}, copy, ' ', copied),
    details('As text', text, 'text'),
    details('As JSON', reportJson(measurement), 'json'),
  ];
}

function details(title: string, content: string, name: string): HTMLElement {
  return element(
    'details',
    {},
    element('summary', {}, title),
    element('pre', { 'data-result': name, tabindex: '0' }, content),
  );
}

function deviceLine({ userAgent, cores, isIsolated, runs }: PageMeasurement): string {
  return `${runs} interleaved runs; ${cores} cores; ${isIsolated ? '' : 'not '}cross-origin isolated; ${userAgent}`;
}

function isolationNote(): string {
  return crossOriginIsolated
    ? 'This address is cross-origin isolated: threads can be measured.'
    : 'This address is not cross-origin isolated, so browsers allow one thread only.';
}

function askedRuns(query: URLSearchParams): number {
  return query.has('runs') ? clampRuns(Number(query.get('runs'))) : DEFAULT_RUNS;
}

function askedGrowth(query: URLSearchParams): number[] {
  const asked = query.get('growth')?.split(',').map(Number) ?? [];
  return asked.filter((count) => Number.isInteger(count) && count > 0);
}

function clampRuns(runs: number): number {
  return Number.isFinite(runs) ? Math.min(Math.max(Math.round(runs), 1), MAX_RUNS) : DEFAULT_RUNS;
}
