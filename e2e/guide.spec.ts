/** The guide: everyday things found by name, nine kinds, a poster; no model needed, no network after one visit. */
import { expect, type Page } from '@playwright/test';
import { openPilahWithoutModel, overhang } from './pilah-page';
import { test } from './pilah-test';
import { expectKept, test as visitorTest } from './visitor-test';

const GUIDE = './#/guide';

const searchBox = (page: Page) => page.getByRole('searchbox');
const found = (page: Page) => page.getByRole('search').locator('[data-item]');

test('the guide, its search, a card and the poster ask for nothing of the model', async ({
  page,
}) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await page.goto(GUIDE);
  await searchBox(page).fill('popok');
  await expect(found(page).first()).toBeVisible();
  await page.goto('./#/guide/glass');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kaca');
  await page.goto('./#/poster');
  await expect(page.getByRole('article')).toHaveCount(9);
  expect(files.filter((url) => /\/model\/|worker|main-[\w-]+\.js\?worker/.test(url))).toEqual([]);
});

for (const [query, item, words] of [
  ['baterai kembung', 'swollen-battery', 'Bahaya: Berhenti memakainya'],
  ['batrai kmbung', 'swollen-battery', 'B3 · tempat sampah merah'],
  ['kaleng', 'drink-can', 'Baca kartu Logam'],
  ['popok', 'nappy', 'Tidak termasuk sembilan jenis'],
  ['sterofom', 'styrofoam', 'Residu'],
] as const) {
  test(`search forgives typing errors: “${query}” says where it goes, or that no kind covers it`, async ({
    page,
  }) => {
    await page.goto(GUIDE);
    await searchBox(page).fill(query);
    const entry = found(page).and(page.locator(`[data-item=${item}]`));
    await expect(entry).toBeVisible();
    await expect(entry).toContainText(words);
    await expect(page.getByRole('search').getByRole('status')).toContainText('yang cocok');
  });
}

test('a kind is found by its name; what is found leads to its card, and the search is still there on the way back', async ({
  page,
}) => {
  await page.goto(GUIDE);
  await searchBox(page).fill('kertas');
  await expect(
    page.getByRole('search').getByRole('link', { name: 'Kertas', exact: true }),
  ).toBeVisible();
  await searchBox(page).fill('koran');
  await page.getByRole('search').getByRole('link', { name: 'Baca kartu Kertas' }).first().click();
  await expect(page).toHaveURL(/#\/guide\/paper$/);
  await page.getByRole('link', { name: 'Semua jenis' }).click();
  await expect(searchBox(page)).toHaveValue('koran');
  await expect(found(page).first()).toBeVisible();
});

test('what is no word of ours is said, with what to do', async ({ page }) => {
  await page.goto(GUIDE);
  await searchBox(page).fill('xyzzyqwv');
  await expect(page.getByRole('search').getByRole('status')).toContainText('foto barangnya');
});

test('in English the same things are found, and the search follows the language', async ({
  page,
}) => {
  await page.goto(GUIDE);
  await searchBox(page).fill('styrofoam');
  await expect(found(page).first()).toContainText('gabus');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(found(page).first()).toContainText('polystyrene foam');
  await searchBox(page).fill('swolen battery');
  await expect(found(page).first()).toContainText('Danger: Stop using it');
});

test('each kind’s page lists its everyday things, and the guide those of no kind', async ({
  page,
}) => {
  await page.goto('./#/guide/battery');
  await expect(page.locator('[data-item]')).toHaveCount(6);
  await expect(page.locator('[data-item=swollen-battery]')).toContainText('Bahaya');
  await page.goto(GUIDE);
  await page.getByText('Yang tidak termasuk sembilan jenis').click();
  await expect(page.locator('details [data-item]')).toHaveCount(51);
  await expect(page.locator('details [data-item=medicine]')).toContainText('B3');
});

test('the things’ names do not come: said, and asked for again', async ({ page }) => {
  let isWithheld = true;
  await page.route('**/assets/id-*.js', async (route) => {
    const response = await route.fetch();
    const isItems = (await response.text()).includes('swollen-battery');
    await (isItems && isWithheld ? route.abort() : route.fulfill({ response }));
  });
  await page.goto(GUIDE);
  await expect(page.getByRole('alert')).toContainText('tidak dapat diunduh');
  await expect(page.getByRole('main').getByRole('link', { name: 'Baterai' })).toBeVisible();
  isWithheld = false;
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(searchBox(page)).toBeVisible();
});

for (const [locale, title] of [
  ['id-ID', 'Poster: limbah masuk ke mana'],
  ['en-GB', 'Poster: where waste goes'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test(`the poster is one page of A4 with nine kinds: ${locale}, ${colorScheme}`, async ({
        page,
      }) => {
        await page.goto('./#/poster');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(page.getByRole('article')).toHaveCount(9);
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
        await page.emulateMedia({ media: 'print' });
        await expect(page.getByRole('navigation')).toBeHidden();
        const ground = await page.locator('.poster article').first().evaluate(groundOf);
        expect(ground).toBe('rgb(255, 255, 255)');
        // Nothing is cut off: each tile holds its words.
        const cut = await page
          .locator('.poster article')
          .evaluateAll(
            (tiles) => tiles.filter((tile) => tile.scrollHeight > tile.clientHeight + 1).length,
          );
        expect(cut).toBe(0);
      });
    });
  }
}

test('the poster is printed by its button, and reads on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.addInitScript(() => {
    Object.assign(window, { print: () => Object.assign(window, { isPrinted: true }) });
  });
  await openPilahWithoutModel(page, GUIDE);
  await page.getByRole('link', { name: 'Poster untuk dicetak' }).click();
  await page.getByRole('button', { name: 'Cetak poster' }).click();
  expect(await page.evaluate('isPrinted')).toBe(true);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
});

visitorTest(
  'search and poster work without a network after one visit',
  async ({ visitor, startSite }, _testInfo) => {
    const site = await startSite();
    await expectKept(await visitor.visit(site.address));
    await visitor.close();
    await site.goDown();
    const { page } = await visitor.visit(site.address);
    await page.getByRole('link', { name: 'Panduan' }).click();
    await searchBox(page).fill('popok');
    await expect(found(page).first()).toContainText('Popok');
    await page.getByRole('link', { name: 'Poster untuk dicetak' }).click();
    await expect(page.getByRole('article')).toHaveCount(9);
  },
);

function groundOf(element: Element): string {
  return getComputedStyle(element).backgroundColor;
}
