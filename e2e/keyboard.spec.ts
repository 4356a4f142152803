/** The whole job without a mouse. */
import { expect, type Locator, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
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

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_TABS} presses of Tab do not reach ${target}`);
}
