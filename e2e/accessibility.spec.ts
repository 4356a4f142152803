/** Every screen against axe-core's rules for WCAG 2.2 AA, light and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';
import { SCREEN_NAMES, SCREENS } from './screens';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    for (const screen of SCREEN_NAMES) {
      test(`${screen} breaks no rule`, async ({ page }) => {
        await openPilahWithoutModel(page, SCREENS[screen]);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        await expectNoViolations(page);
      });
    }

    test('the alert and the card break no rule', async ({ page }) => {
      const pilah = await openPilah(page);
      await pilah.classifyButton.click();
      await expect(pilah.alert).toBeVisible();
      await expectNoViolations(page);
      await pilah.sort(samplePath('battery-1.jpg'));
      await pilah.card.getByText('Mengapa Baterai?').click();
      await expect(pilah.card.getByRole('slider')).toBeVisible();
      await expectNoViolations(page);
    });

    test('a queue breaks no rule', async ({ page }) => {
      const pilah = await openPilah(page);
      await pilah.chooser.setInputFiles(['glass-1.jpg', 'metal-1.jpg'].map(samplePath));
      await expect(page.getByRole('option')).toHaveCount(2);
      await expectNoViolations(page);
      await pilah.classifyButton.first().click();
      await expect(page.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 60_000 });
      await page.keyboard.press('?');
      await expectNoViolations(page);
    });

    test('the camera breaks no rule, with a picture and without permission', async ({ page }) => {
      await openPilahWithoutModel(page);
      await page.getByRole('button', { name: 'Kamera', exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await page.context().grantPermissions(['camera']);
      await page.getByRole('button', { name: 'Kamera', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Ambil fotonya' })).toBeEnabled();
      await expectNoViolations(page);
    });
  });
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
  expect(told).toEqual([]);
}
