/** Languages: one at a time is loaded, a choice never loses anything, and a third one is one file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { buildChangedSite } from './changed-site';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel, overhang } from './pilah-page';
import { test } from './pilah-test';
import { openScreen, SCREEN_NAMES } from './screens';

/** What stands in the place of words that are not there: `guide.lead`. */
const KEY = /\b(?:app|guide|model|card|bins|history|settings|teach|poster)\.[a-z]/;

test('a visitor loads the words of one language', async ({ page }) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(basename(request.url())));
  await openPilahWithoutModel(page);
  await expect(page.getByRole('button', { name: 'Klasifikasikan Limbah Anda' })).toBeVisible();
  const words = () =>
    files.filter((file) => /^(id|en)-/.test(file)).map((file) => file.slice(0, 2));
  expect(words()).toEqual(['id']);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Classify Your Waste' })).toBeVisible();
  expect(words()).toEqual(['id', 'en']);
});

test('numbers, dates and the page itself follow the language', async ({ page }) => {
  await openPilah(page, './#/model');
  const main = page.getByRole('main');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await expect(main).toContainText(/\d\d,\d%/);
  await expect(main).toContainText(/\d November 2026/);
  await expect(page).toHaveTitle('Seberapa sering Pilah benar? · Pilah');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(main).toContainText(/\d\d\.\d%/);
  await expect(main).toContainText(/November \d+, 2026/);
  await expect(page).toHaveTitle('How often is Pilah right? · Pilah');
});

for (const screen of SCREEN_NAMES) {
  test(`${screen} has its words in the language that was chosen while it was open`, async ({
    page,
  }) => {
    await openScreen(page, screen);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('main')).not.toContainText(KEY);
  });
}

test('an answer stays when the language changes', async ({ page }) => {
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('glass-1.jpg'));
  await expect(pilah.card.getByRole('heading', { level: 2 })).toHaveText('Kaca');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(pilah.card.getByRole('heading', { level: 2 })).toHaveText('Glass');
});

test('a language that does not come is told, and asked for again', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await pilah.choose(samplePath('glass-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  await page.route('**/assets/en-*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'English' }).click();
  await expect(pilah.alert).toContainText('Bagian halaman itu tidak dapat diunduh.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await expect(pilah.preview).toBeVisible();
  await page.unroute('**/assets/en-*.js');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(pilah.alert).toHaveCount(0);
});

test.describe('with a third language', () => {
  test.use({ locale: 'ms-MY', viewport: { width: 320, height: 640 } });

  test('a third language is one file', async ({ page }, { outputDir }) => {
    const site = buildWithMalay(outputDir);
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = join(site, pathname === '/' ? 'index.html' : pathname);
      await (existsSync(path) ? route.fulfill({ path }) : route.continue());
    });
    await openPilahWithoutModel(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sisa ini ke mana?');
    await expect(page.getByRole('button', { name: 'Kelaskan Sisa Anda' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ms');
    await expect(page.getByRole('button', { name: 'Melayu' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Indonesia' }).click();
    await expect(page.getByRole('button', { name: 'Klasifikasikan Limbah Anda' })).toBeVisible();
  });
});

/** This site with one file more. */
function buildWithMalay(folder: string): string {
  return buildChangedSite(folder, () => {
    const english = readFileSync('src/content/languages/en.ts', 'utf8');
    writeFileSync(
      join(folder, 'src/content/languages/ms.ts'),
      english
        .replace("'Where does this waste go?'", "'Sisa ini ke mana?'")
        .replace("'Classify Your Waste'", "'Kelaskan Sisa Anda'"),
    );
  });
}
