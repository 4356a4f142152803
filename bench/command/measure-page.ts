/** Figures of the page as a visitor meets it: bytes of the shell, time to ready, Lighthouse's mobile profile. */
import type { Browser, Page, Response } from '@playwright/test';
import type { LighthouseFigures, PageFigures } from '../figures/report';
import { median } from '../figures/statistics';
import { keepWorker, READY, READY_MS } from './page-worker';
import { type LighthouseRun, runLighthouse } from './run-lighthouse';

const RELOADS = 5;
/** Its figures differ from run to run more than any other here. */
const LIGHTHOUSE_RUNS = 5;

/** @param debuggingPort of the browser, for Lighthouse */
export async function measurePage(
  browser: Browser,
  siteUrl: string,
  debuggingPort: number,
  onProgress: (what: string) => void,
): Promise<PageFigures> {
  onProgress('page: bytes and reloads');
  const context = await browser.newContext();
  const page = await context.newPage();
  await keepWorker(page);
  const scripts: Response[] = [];
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response);
  });
  await page.goto(siteUrl);
  await page.locator(READY).waitFor({ timeout: READY_MS });
  const bytes = await scriptBytes(page, scripts);
  const loads: Load[] = [];
  for (let reload = 0; reload < RELOADS; reload++) loads.push(await reloadedPage(page));
  await context.close();
  const lighthouse = await lighthouseFigures(siteUrl, debuggingPort, onProgress);
  return {
    ...bytes,
    reloadToReadyMs: median(loads.map(({ readyMs }) => readyMs)),
    weightsMs: median(loads.map(({ weightsMs }) => weightsMs)),
    reloads: RELOADS,
    ...(lighthouse ? { lighthouse } : {}),
  };
}

/** Each figure's median; undefined where one run failed. */
async function lighthouseFigures(
  siteUrl: string,
  debuggingPort: number,
  onProgress: (what: string) => void,
): Promise<LighthouseFigures | undefined> {
  const runs: LighthouseRun[] = [];
  for (let run = 1; run <= LIGHTHOUSE_RUNS; run++) {
    onProgress(`page: Lighthouse, ${run} of ${LIGHTHOUSE_RUNS}`);
    const figures = await runLighthouse(siteUrl, debuggingPort);
    if (!figures) return undefined;
    runs.push(figures);
  }
  const middle = (figure: Exclude<keyof LighthouseRun, 'version'>) =>
    median(runs.map((run) => run[figure]));
  return {
    version: runs[0]?.version ?? '',
    runs: LIGHTHOUSE_RUNS,
    largestContentfulPaintMs: middle('largestContentfulPaintMs'),
    totalBlockingTimeMs: middle('totalBlockingTimeMs'),
    cumulativeLayoutShift: middle('cumulativeLayoutShift'),
  };
}

/** What the page's HTML names is the shell; all else came with the worker. */
async function scriptBytes(page: Page, scripts: readonly Response[]) {
  const shell = await page.locator('script[src], link[rel=modulepreload]').evaluateAll((elements) =>
    elements.map((element) => {
      const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
      return new URL(address, document.baseURI).href;
    }),
  );
  let shellJsBytes = 0;
  let workerJsBytes = 0;
  for (const script of scripts) {
    const bytes = Number(await script.headerValue('content-length'));
    if (shell.includes(script.url())) shellJsBytes += bytes;
    else workerJsBytes += bytes;
  }
  return { shellJsBytes, workerJsBytes };
}

interface Load {
  readyMs: number;
  /** From the cache to the engine's memory. */
  weightsMs: number;
}

/** On the page's own clock, which begins with the reload. */
async function reloadedPage(page: Page): Promise<Load> {
  await page.reload({ waitUntil: 'commit' });
  await page.locator(READY).waitFor({ timeout: READY_MS });
  return page.evaluate(() => {
    const { downloading = Number.NaN, 'warming-up': warmingUp = Number.NaN } =
      window.pilahPhases ?? {};
    return { readyMs: performance.now(), weightsMs: warmingUp - downloading };
  });
}
