/** Small screens: everything is there, nothing hangs over the side, targets are large enough for a thumb. */
import { expect } from '@playwright/test';
import { openHistoryWith, rows, someEntries } from './history-page';
import { jpegPhoto, phonePhoto, samplePath } from './photos';
import { openPilah, openPilahIn, openPilahWithoutModel, overhang } from './pilah-page';
import { test } from './pilah-test';
import { openScreen, SCREEN_NAMES } from './screens';

/** From docs/architecture.md; WCAG 2.2 AA asks for 24. */
const TARGET_PX = 44;

for (const [width, height] of [
  [390, 844],
  [320, 640],
] as const) {
  test.describe(`${width} x ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true });

    for (const screen of SCREEN_NAMES) {
      test(`${screen} fits into the width`, async ({ page }) => {
        await openScreen(page, screen);
        expect(await overhang(page)).toBeLessThanOrEqual(0);
      });
    }

    test('an answer of the history fits into its list, and its controls are large enough', async ({
      page,
    }) => {
      await openHistoryWith(page, await someEntries());
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      const { list, feed } = await page.getByRole('feed').evaluate((feed) => ({
        list: feed.scrollWidth,
        feed: feed.clientWidth,
      }));
      expect(list).toBeLessThanOrEqual(feed);
      for (const control of await rows(page).first().locator('select, button').all()) {
        const box = await control.boundingBox();
        expect.soft(box?.height).toBeGreaterThanOrEqual(TARGET_PX);
        expect.soft(box?.width).toBeGreaterThanOrEqual(TARGET_PX);
      }
    });

    test('the buttons of the first screen are large enough for a thumb', async ({ page }) => {
      const pilah = await openPilahWithoutModel(page);
      await expect(pilah.classifyButton).toBeVisible();
      for (const button of await page.getByRole('main').getByRole('button').all()) {
        const box = await button.boundingBox();
        if (!box || box.height <= 1) continue; // hidden, as the skip button is without focus
        expect.soft(box.height, await button.innerText()).toBeGreaterThanOrEqual(TARGET_PX);
        expect.soft(box.width, await button.innerText()).toBeGreaterThanOrEqual(TARGET_PX);
      }
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('once a photo lies there, the button that comes next is on the screen', async ({ page }) => {
    const pilah = await openPilahWithoutModel(page);
    await pilah.choose(jpegPhoto(await phonePhoto()));
    await expect(pilah.preview).toBeVisible();
    await expect(pilah.classifyButton).toBeInViewport({ ratio: 1 });
    await expect(pilah.preview).toBeInViewport();
  });

  test('the wait for the model is on the screen once the button is pressed', async ({ page }) => {
    const pilah = await openPilahWithoutModel(page);
    await pilah.choose(jpegPhoto(await phonePhoto()));
    await expect(pilah.preview).toBeVisible();
    await pilah.classifyButton.click();
    await expect(page.getByTestId('working')).toBeInViewport({ ratio: 0.9 });
  });

  test('what went wrong with a photo is on the screen', async ({ page }) => {
    await page.route('**/manifest.json', (route) => route.abort());
    const pilah = await openPilah(page);
    await pilah.choose(jpegPhoto(await phonePhoto()));
    await expect(pilah.preview).toBeVisible();
    await pilah.classifyButton.click();
    await expect(page.getByText('Foto ini belum terpilah')).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeInViewport();
  });
});

test('a photo is sorted on a phone, and its card fits and begins on the screen', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    locale: 'id-ID',
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  const pilah = await openPilahIn(context);
  for (const photo of [jpegPhoto(await phonePhoto()), samplePath('metal-1.jpg')]) {
    await pilah.sort(photo);
    expect(await overhang(pilah.page)).toBeLessThanOrEqual(0);
    await expect(pilah.card).toBeFocused();
    const top = await pilah.card.evaluate((card) => card.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(422);
  }
  await context.close();
});
