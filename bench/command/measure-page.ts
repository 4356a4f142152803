/** Figures of the page as a visitor meets it: bytes of the shell, time to ready, Lighthouse's mobile profile. */
import type { Browser, Page, Response } from '@playwright/test';
import type { PageFigures } from '../figures/report';
import { median } from '../figures/statistics';
import { runLighthouse } from './run-lighthouse';

const RELOADS = 5;
const READY = '[data-engine=ready]';
const READY_MS = 120_000;

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
  const scripts: Response[] = [];
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response);
  });
  await page.goto(siteUrl);
  await page.locator(READY).waitFor({ timeout: READY_MS });
  const bytes = await scriptBytes(page, scripts);
  const reloadsMs: number[] = [];
  for (let reload = 0; reload < RELOADS; reload++) reloadsMs.push(await reloadMs(page));
  await context.close();
  onProgress('page: Lighthouse');
  const lighthouse = await runLighthouse(siteUrl, debuggingPort);
  return {
    ...bytes,
    reloadToReadyMs: median(reloadsMs),
    reloads: RELOADS,
    ...(lighthouse ? { lighthouse } : {}),
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

/** On the page's own clock, which begins with the reload. */
async function reloadMs(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' });
  await page.locator(READY).waitFor({ timeout: READY_MS });
  return page.evaluate(() => performance.now());
}
