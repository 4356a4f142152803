/** Playwright's `test` with one page per worker whose network is loaded: loading it again for every test costs seconds. */
import { test as base, expect } from '@playwright/test';
import { openPilahIn, type PilahPage } from './pilah-page';

interface SharedByWorker {
  /** Ready to sort. A test that uses it begins with choosing a photo, so that what was before does not matter. */
  pilah: PilahPage;
}

interface WatchedByTest {
  /** No test passes over a page that broke: what a screen throws is caught by React, drawn as a sentence, and logged. */
  unbrokenPage: undefined;
}

/**
 * What a page that is not broken logs. Playwright's trace asks in the page's name for the body of a picture that has none,
 * which the content policy refuses.
 */
const NOT_OURS = ['Failed to load resource', "Connecting to 'blob:"];

export const test = base.extend<WatchedByTest, SharedByWorker>({
  unbrokenPage: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on('weberror', (thrown) => errors.push(String(thrown.error())));
      context.on('console', (message) => {
        const isOurs = !NOT_OURS.some((start) => message.text().startsWith(start));
        if (message.type() === 'error' && isOurs) errors.push(message.text());
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
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
