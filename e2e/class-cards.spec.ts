/** The guide's nine explanation cards, in both languages, each at an address of its own. */
import { expect } from '@playwright/test';
import { classCard } from '../src/content/class-cards';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import { openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

for (const [language, locale] of [
  ['id', 'id-ID'],
  ['en', 'en-GB'],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    for (const id of WASTE_CLASS_IDS) {
      test(`the card of ${id} says what it is, what to do and what is dangerous`, async ({
        page,
      }) => {
        const card = classCard(language, id);
        await openPilahWithoutModel(page, `./#/guide/${id}`);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const main = page.getByRole('main');
        await expect(main.getByRole('heading', { name: card.name, level: 1 })).toBeVisible();
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
