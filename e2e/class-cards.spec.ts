/** The guide's nine explanation cards, in both languages, each at an address of its own. */
import { expect } from '@playwright/test';
import * as en from '../src/content/languages/en';
import * as id from '../src/content/languages/id';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import { openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

for (const [language, locale, words] of [
  ['id', 'id-ID', id],
  ['en', 'en-GB', en],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    for (const kind of WASTE_CLASS_IDS) {
      test(`the card of ${kind} says what it is, what to do and what is dangerous`, async ({
        page,
      }) => {
        const card = words.cards[kind];
        await openPilahWithoutModel(page, `./#/guide/${kind}`);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const main = page.getByRole('main');
        await expect(
          main.getByRole('heading', { name: words.messages.kinds[kind], level: 1 }),
        ).toBeVisible();
        const sentences = [
          card.category,
          ...card.steps,
          ...card.dangers.flatMap(({ title, text }) => [title, text]),
          ...card.belongs,
          ...card.belongsNot,
          ...card.facts.flatMap(({ text, source }) => [text, source]),
        ];
        for (const sentence of sentences) await expect(main).toContainText(sentence);
      });
    }
  });
}

test('the guide works without the network ever being loaded', async ({ page }) => {
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  await openPilahWithoutModel(page, './#/guide');
  const cards = page.getByRole('main').locator('a[href^="#/guide/"]');
  await expect(cards).toHaveCount(WASTE_CLASS_IDS.length);
  expect(requests.filter((url) => url.includes('/model/'))).toEqual([]);
});

test('the language is chosen on the page too, and kept', async ({ page }) => {
  await openPilahWithoutModel(page, './#/guide/glass');
  await page.getByRole('button', { name: 'English' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(en.messages.kinds.glass);
  await page.reload();
  await expect(heading).toHaveText(en.messages.kinds.glass);
});
