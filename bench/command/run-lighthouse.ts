/** Runs Lighthouse's command line with its mobile profile, as it comes: simulated slow 4G, four times slower CPU. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run-command.mjs';
import type { LighthouseFigures } from '../figures/report';

const LIGHTHOUSE = join(ROOT, 'bench', 'node_modules', 'lighthouse', 'cli', 'index.js');

export type LighthouseRun = Omit<LighthouseFigures, 'runs'>;

/** As much of Lighthouse's report as is used. */
interface LighthouseReport {
  lighthouseVersion: string;
  audits: Record<string, { numericValue?: number } | undefined>;
}

/**
 * Undefined when it fails twice, which is said on stderr: the other figures stand without it. Once it may miss the
 * start of the page in Chromium's trace: https://github.com/GoogleChrome/lighthouse/issues/2394
 */
export async function runLighthouse(
  url: string,
  debuggingPort: number,
): Promise<LighthouseRun | undefined> {
  const text =
    (await lighthouseJson(url, debuggingPort)) ?? (await lighthouseJson(url, debuggingPort));
  if (text === undefined) return undefined;
  // Lighthouse's own JSON; a figure that is missing becomes NaN and is seen.
  const { lighthouseVersion, audits } = JSON.parse(text) as LighthouseReport;
  const figure = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    version: lighthouseVersion,
    largestContentfulPaintMs: figure('largest-contentful-paint'),
    totalBlockingTimeMs: figure('total-blocking-time'),
    cumulativeLayoutShift: figure('cumulative-layout-shift'),
  };
}

function lighthouseJson(url: string, debuggingPort: number): Promise<string | undefined> {
  const options = ['--output=json', '--only-categories=performance', '--quiet'];
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
