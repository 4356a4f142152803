/** Opens the bench's page in Chromium, lets it run and takes what it found. */
import type { Browser } from '@playwright/test';
import type { PageMeasurement } from '../figures/report';

export interface EngineMeasurement {
  runs: number;
  growth: readonly number[];
  /** Told again and again what is being done. */
  onProgress(what: string): void;
}

const POLL_MS = 500;

/** Rejects with what the page says when engines disagree or one breaks. */
export async function measureEngines(
  browser: Browser,
  siteUrl: string,
  { runs, growth, onProgress }: EngineMeasurement,
): Promise<PageMeasurement> {
  const page = await browser.newPage();
  try {
    const query = new URLSearchParams({ runs: String(runs), growth: growth.join() });
    await page.goto(`${siteUrl}bench/peers/?${query}`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    for (;;) {
      const state = await page.locator('#bench').getAttribute('data-bench');
      const progress = await page.getByRole('status').first().innerText();
      if (state === 'failed') throw new Error(`the bench's page failed: ${progress}`);
      if (state === 'done') break;
      onProgress(progress);
      await page.waitForTimeout(POLL_MS);
    }
    const json = await page.locator('[data-result=json]').textContent();
    // What the page wrote with reportJson, a moment ago, in the same version.
    return JSON.parse(json ?? '') as PageMeasurement;
  } finally {
    await page.close();
  }
}
