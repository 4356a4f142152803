/** Every screen and state against axe-core's rules for WCAG 2.2 AA: light and dark, in both languages. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { messages as enFirst, screenMessages as enLater } from '../src/content/languages/en';
import { messages as idFirst, screenMessages as idLater } from '../src/content/languages/id';
import { openHistoryWith, rows, someEntries } from './history-page';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel, type PilahPage, SHARDS } from './pilah-page';
import { test } from './pilah-test';
import { openScreen, SCREEN_NAMES } from './screens';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const [locale, first, { camera, queue, correction, result }, guideQuery] of [
  ['id-ID', idFirst, idLater, 'batrai kembung'],
  ['en-GB', enFirst, enLater, 'swolen battery'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale, reducedMotion: 'reduce' });

      for (const screen of SCREEN_NAMES) {
        test(`${screen} breaks no rule`, async ({ page }) => {
          await openScreen(page, screen);
          await expectNoViolations(page);
        });
      }

      test('alert, waiting, sure, unsure and not waste break no rule', async ({ page }) => {
        const pilah = await openPilah(page);
        await pilah.classifyButton.click();
        await expect(pilah.alert).toBeVisible();
        await expectNoViolations(page);
        await pilah.sort(samplePath('battery-1.jpg'));
        await pilah.card.locator('summary').click();
        await expect(pilah.card.getByRole('slider')).toBeVisible();
        await expectNoViolations(page);
        for (const [photo, verdict] of [
          ['battery-3.jpg', 'unsure'],
          ['other-1.jpg', 'not-waste'],
        ] as const) {
          expect((await pilah.sort(samplePath(photo))).verdict).toBe(verdict);
          await expectNoViolations(page);
        }
      });

      test('waiting for the model, and a model that does not come, break no rule', async ({
        page,
      }) => {
        const pilah = await openPilahWithoutModel(page);
        await chooseAndClassify(pilah);
        await expect(page.getByText(first.working.waiting).first()).toBeVisible();
        await expectNoViolations(page);
        await page.unrouteAll();
        await page.route(SHARDS, (route) => route.abort());
        await page.reload();
        await expect(pilah.engine).toHaveAttribute('data-engine', 'failed');
        await chooseAndClassify(pilah);
        await expectNoViolations(page);
      });

      test('what is found in the guide, and what no kind covers, break no rule', async ({
        page,
      }) => {
        await page.goto('./#/guide');
        await page.getByRole('searchbox').fill(guideQuery);
        await expect(page.locator('[data-item=swollen-battery]')).toBeVisible();
        await page.getByRole('main').locator('summary').click();
        await expect(page.locator('[data-item=nappy]')).toBeVisible();
        await expectNoViolations(page);
      });

      test('lessons under settings break no rule', async ({ page }) => {
        await openScreen(page, 'settings');
        await page.getByRole('checkbox').last().check();
        await expectNoViolations(page);
      });

      test('a correction, and tips for a better photo, break no rule', async ({ page }) => {
        const pilah = await openPilah(page);
        await pilah.sort(samplePath('battery-3.jpg'));
        await page.getByRole('button', { name: result.wrong }).click();
        await expect(page.getByText(correction.question)).toBeVisible();
        await expectNoViolations(page);
        await pilah.card.getByRole('button').first().click();
        await expect(page.getByRole('button', { name: correction.agree })).toBeVisible();
        await expectNoViolations(page);
      });

      test('a queue breaks no rule', async ({ page }) => {
        const pilah = await openPilah(page);
        await pilah.chooser.setInputFiles(['glass-1.jpg', 'metal-1.jpg'].map(samplePath));
        await expect(page.getByRole('option')).toHaveCount(2);
        await expectNoViolations(page);
        await pilah.classifyButton.first().click();
        await expect(page.getByRole('list', { name: queue.totals })).toBeVisible({
          timeout: 60_000,
        });
        await page.keyboard.press('?');
        await expectNoViolations(page);
      });

      test('a history with answers in it, and one that was deleted, break no rule', async ({
        page,
      }) => {
        await openHistoryWith(page, await someEntries());
        await page.locator('search select').selectOption('glass');
        await expectNoViolations(page);
        await rows(page).first().getByRole('button').click();
        await expect(rows(page)).toHaveCount(1);
        await expectNoViolations(page);
      });

      test('the camera breaks no rule, with a picture and without permission', async ({ page }) => {
        await openPilahWithoutModel(page);
        const opener = page.getByRole('button', { name: first.camera.open, exact: true });
        await opener.click();
        await expect(page.getByRole('alert')).toBeVisible();
        await expectNoViolations(page);
        await page.keyboard.press('Escape');
        await page.context().grantPermissions(['camera']);
        await opener.click();
        await expect(page.getByRole('button', { name: camera.take })).toBeEnabled();
        await expectNoViolations(page);
      });
    });
  }
}

async function chooseAndClassify(pilah: PilahPage): Promise<void> {
  await pilah.choose(samplePath('glass-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  await pilah.classifyButton.click();
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
