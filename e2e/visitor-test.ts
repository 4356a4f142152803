/** Playwright's `test` with a visitor whose browser remembers on disk, and sites of the test's own; both end with it. */
import { type BrowserContext, test as base, chromium, expect } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.mjs';
import { openPilahIn, type PilahPage } from './pilah-page';
import { type SiteOptions, startSite, type TestSite } from './test-site';

export interface Visitor {
  /** Opens the browser where it is closed, and in it a tab with the page, whose model is ready then. */
  visit(address: string): Promise<PilahPage>;
  close(): Promise<void>;
}

interface Fixtures {
  visitor: Visitor;
  startSite: (options?: SiteOptions) => Promise<TestSite>;
}

export const test = base.extend<Fixtures>({
  visitor: async ({ locale }, use, testInfo) => {
    const executablePath = await findChromium();
    let browser: BrowserContext | undefined;
    const errors: string[] = [];
    const close = async () => {
      await browser?.close();
      browser = undefined;
    };
    await use({
      visit: async (address) => {
        browser ??= await chromium.launchPersistentContext(testInfo.outputPath('profile'), {
          ...(executablePath ? { executablePath } : {}),
          ...(locale ? { locale } : {}),
          serviceWorkers: 'allow',
          // Playwright turns it off; visitors have it.
          ignoreDefaultArgs: ['--disable-back-forward-cache'],
          args: ['--no-sandbox', '--use-fake-device-for-media-stream'],
        });
        browser.on('weberror', (thrown) => errors.push(String(thrown.error())));
        const pilah = await openPilahIn(browser, address);
        await pilah.ready();
        return pilah;
      },
      close,
    });
    await close();
    expect(errors).toEqual([]);
  },
  startSite: async ({ browserName: _ }, use) => {
    const sites: TestSite[] = [];
    await use(async (options) => {
      const site = await startSite(options);
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.goDown().catch(() => {}); // a test may have done that
  },
});

/** Everything that the page needs without a network is on the device, as the page says itself. */
export async function expectKept({ engine }: PilahPage): Promise<void> {
  await expect(engine).toContainText('Siap dipakai tanpa internet', { timeout: 30_000 });
}
