/** Runs Lighthouse's command line with its mobile profile, as it comes: simulated slow 4G, four times slower CPU. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run-command.mjs';
import type { LighthouseFigures } from '../figures/report';

const LIGHTHOUSE = join(ROOT, 'bench', 'node_modules', 'lighthouse', 'cli', 'index.js');

export type LighthouseRun = Omit<LighthouseFigures, 'runs'>;

/** Lighthouse's own names. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Category = (typeof CATEGORIES)[number];

export interface CategoryResult {
  /** 0 to 100; NaN where Lighthouse could not tell. */
  score: number;
  /** What costs points, in Lighthouse's words. */
  faults: string[];
}

export type Judgement = Record<Category, CategoryResult>;

/** As much of Lighthouse's report as is used. */
interface LighthouseReport {
  lighthouseVersion: string;
  audits: Record<
    string,
    { title: string; score: number | null; numericValue?: number } | undefined
  >;
  categories: Record<
    string,
    { score: number | null; auditRefs: { id: string; weight: number }[] } | undefined
  >;
}

/** Undefined when it fails twice, which is said on stderr: the other figures stand without it. */
export async function runLighthouse(
  url: string,
  debuggingPort: number,
): Promise<LighthouseRun | undefined> {
  const report = await lighthouseReport(url, debuggingPort, ['performance']);
  if (!report) return undefined;
  const { lighthouseVersion, audits } = report;
  const figure = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    version: lighthouseVersion,
    largestContentfulPaintMs: figure('largest-contentful-paint'),
    totalBlockingTimeMs: figure('total-blocking-time'),
    cumulativeLayoutShift: figure('cumulative-layout-shift'),
  };
}

/** All four categories; undefined when it fails twice, which is said on stderr. */
export async function judgeByLighthouse(
  url: string,
  debuggingPort: number,
): Promise<Judgement | undefined> {
  const report = await lighthouseReport(url, debuggingPort, CATEGORIES);
  if (!report) return undefined;
  const result = (category: Category): CategoryResult => {
    const { score, auditRefs = [] } = report.categories[category] ?? {};
    const audits = auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => report.audits[id]);
    return {
      score: Math.round(100 * (score ?? Number.NaN)),
      faults: audits.flatMap((audit) =>
        audit && audit.score !== null && audit.score < 1 ? [audit.title] : [],
      ),
    };
  };
  return {
    performance: result('performance'),
    accessibility: result('accessibility'),
    'best-practices': result('best-practices'),
    seo: result('seo'),
  };
}

/** Once it may miss the start of the page in Chromium's trace: https://github.com/GoogleChrome/lighthouse/issues/2394 */
async function lighthouseReport(
  url: string,
  debuggingPort: number,
  categories: readonly Category[],
): Promise<LighthouseReport | undefined> {
  const ask = () => lighthouseJson(url, debuggingPort, categories);
  const text = (await ask()) ?? (await ask());
  // Lighthouse's own JSON; a figure that is missing becomes NaN and is seen.
  return text === undefined ? undefined : (JSON.parse(text) as LighthouseReport);
}

function lighthouseJson(
  url: string,
  debuggingPort: number,
  categories: readonly Category[],
): Promise<string | undefined> {
  const options = ['--output=json', `--only-categories=${categories.join(',')}`, '--quiet'];
  const lighthouse = spawn(
    process.execPath,
    [LIGHTHOUSE, url, `--port=${debuggingPort}`, ...options, '--no-enable-error-reporting'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  lighthouse.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return new Promise((resolve) => {
    lighthouse.once('error', ({ message }) => {
      console.error(`Lighthouse does not start: ${message}`);
      resolve(undefined);
    });
    lighthouse.once('close', (code) => resolve(code === 0 ? text : undefined));
  });
}
