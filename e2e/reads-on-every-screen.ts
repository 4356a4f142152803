/** That everything can be read where letters are large: nothing hangs over the side, no word is cut off. */
import { expect, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah, overhang } from './pilah-page';
import { test } from './pilah-test';
import { openScreen, SCREEN_NAMES } from './screens';

export function readsOnEveryScreen(): void {
  for (const screen of SCREEN_NAMES) {
    test(`${screen} fits into the width, and no word is cut off`, async ({ page }) => {
      await openScreen(page, screen);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await cutOff(page)).toEqual([]);
    });
  }

  test('a photo is sorted, and its card and the evidence fit', async ({ page }) => {
    const pilah = await openPilah(page);
    await pilah.sort(samplePath('battery-1.jpg'));
    await pilah.card.locator('summary').click();
    await expect(pilah.card.getByRole('slider')).toBeVisible();
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
  });
}

/** Words that are wider than the box that hides what hangs over. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, position } = getComputedStyle(element);
        const isSeen = position !== 'absolute' && element.clientWidth > 1;
        return isSeen && overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.textContent ?? ''),
  );
}
