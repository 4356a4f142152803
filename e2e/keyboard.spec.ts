/** The whole job without a mouse, and what a screen reader hears of it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

const MOST_TABS = 30;

test('a photo is chosen, sorted and read with the keyboard alone', async ({ page }) => {
  const pilah = await openPilah(page);
  await pilah.ready();
  await tabTo(page, page.getByRole('button', { name: 'Pilih foto' }));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(samplePath('metal-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  await tabTo(page, pilah.classifyButton);
  await page.keyboard.press('Enter');
  const answer = await pilah.answerAfter(0);
  await expect(pilah.card).toHaveAttribute('data-class', answer.classId);
});

test('what has the focus can be seen', async ({ page }) => {
  const pilah = await openPilah(page);
  await tabTo(page, pilah.classifyButton);
  const outline = await pilah.classifyButton.evaluate((button) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(button);
    return { outline: outlineStyle !== 'none' && outlineWidth !== '0px', boxShadow };
  });
  expect(outline.outline || outline.boxShadow !== 'none').toBe(true);
});

test('a new screen takes the focus, starts at its top and names the window', async ({ page }) => {
  await openPilahWithoutModel(page);
  const main = page.getByRole('main');
  await tabTo(page, page.getByRole('link', { name: 'Panduan' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Panduan sembilan jenis limbah');
  await expect(main).toBeFocused();
  await expect(page).toHaveTitle('Panduan sembilan jenis limbah · Pilah');
  await tabTo(page, page.getByRole('link', { name: 'Plastik' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Plastik · Pilah');
  await expect(main).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(page).toHaveTitle('Panduan sembilan jenis limbah · Pilah');
  await expect(main).toBeFocused();
});

test('the way around the head is the first stop', async ({ page }) => {
  await openPilahWithoutModel(page);
  const skip = page.getByRole('button', { name: 'Langsung ke isi' });
  await tabTo(page, skip);
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('every answer is announced', async ({ page }) => {
  const pilah = await openPilah(page);
  const status = page.getByRole('region', { name: 'Hasil' }).getByRole('status').first();
  for (const [photo, words] of [
    ['metal-1.jpg', 'Hasil: Logam'],
    ['battery-3.jpg', 'Hasil: Kami belum yakin'],
    ['other-1.jpg', 'Hasil: Ini tampaknya bukan limbah'],
  ] as const) {
    await pilah.sort(samplePath(photo));
    await expect(status).toHaveText(words);
    await expect(pilah.card).toBeFocused();
  }
});

test('a screen whose code is on its way has its place already', async ({ page }) => {
  await openPilahWithoutModel(page);
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/assets/guide-screen-*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Panduan' }).click();
  await expect(page.getByTestId('skeleton')).toBeVisible();
  open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Panduan sembilan jenis limbah');
  await expect(page.getByTestId('skeleton')).toBeHidden();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_TABS} presses of Tab do not reach ${target}`);
}
