/** Letters of twice the size by the browser's own setting, which the project of this name in playwright.config.ts makes. */
import { expect } from '@playwright/test';
import { openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';
import { readsOnEveryScreen } from './reads-on-every-screen';

test('the page takes the browser’s letter size', async ({ page }) => {
  await openPilahWithoutModel(page);
  const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(size).toBe('36px'); // 112.5 % of 32
});

readsOnEveryScreen();
