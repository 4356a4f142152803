/** Playwright's `test` with one page per worker whose network is loaded: loading it again for every test costs seconds. */
import { test as base } from '@playwright/test';
import { openPilahIn, type PilahPage } from './pilah-page';

interface SharedByWorker {
  /** Ready to sort. A test that uses it begins with choosing a photo, so that what was before does not matter. */
  pilah: PilahPage;
}

export const test = base.extend<Record<never, never>, SharedByWorker>({
  pilah: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, colorScheme } = project.use;
      const context = await browser.newContext({
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        ...(colorScheme ? { colorScheme } : {}),
      });
      const pilah = await openPilahIn(context);
      await pilah.ready();
      await use(pilah);
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
