/** The result card: danger first; sure, unsure and not waste tell themselves apart by look and by words. */
import { expect, type Locator } from '@playwright/test';
import { samplePath } from './photos';
import type { PilahPage } from './pilah-page';
import { test } from './pilah-test';

for (const [photo, danger] of [
  ['battery-1.jpg', 'Baterai menggembung?'],
  ['light-bulb-1.jpg', 'Lampu neon pecah?'],
] as const) {
  test(`the danger of ${photo} stands before its certainty and what to do`, async ({ pilah }) => {
    await pilah.sort(samplePath(photo));
    const note = pilah.card.getByRole('note', { name: 'Bahaya' });
    await expect(note).toHaveCount(1);
    await expect(note).toContainText(danger);
    const { y } = await place(note);
    expect(y).toBeGreaterThan((await place(pilah.card.getByRole('heading', { level: 2 }))).y);
    expect(y).toBeLessThan((await place(pilah.card.getByRole('progressbar').first())).y);
    expect(y).toBeLessThan((await place(pilah.card.getByText('Tiga langkah'))).y);
  });
}

test('sure, unsure and not waste look different and read differently', async ({ pilah }) => {
  const seen = [];
  for (const [photo, verdict] of [
    ['glass-1.jpg', 'sure'],
    ['battery-3.jpg', 'unsure'],
    ['other-1.jpg', 'not-waste'],
  ] as const) {
    expect((await pilah.sort(samplePath(photo))).verdict).toBe(verdict);
    seen.push(await looks(pilah));
  }
  expect(seen.map(({ heading }) => heading)).toEqual([
    'Kaca',
    'Kami belum yakin',
    'Ini tampaknya bukan limbah',
  ]);
  // At a glance: only a sure answer has a bin's band, only an unsure one a dashed edge.
  expect(seen.map(({ hasBand }) => hasBand)).toEqual([true, false, false]);
  expect(seen.map(({ edge }) => edge)).toEqual(['solid', 'dashed', 'solid']);
  expect(new Set(seen.map(({ icon }) => icon)).size).toBe(3);
});

test('an unsure answer names candidates, what belongs to each, and the way to its card', async ({
  pilah,
}) => {
  await pilah.sort(samplePath('battery-3.jpg'));
  const names = await pilah.card.getByRole('heading', { level: 3 }).allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(names.length).toBeLessThanOrEqual(3);
  for (const name of names) {
    await expect(pilah.card.getByRole('link', { name: `Baca kartu ${name}` })).toBeVisible();
  }
  await expect(pilah.card.getByText('Yang termasuk:')).toHaveCount(names.length);
});

async function place(of: Locator): Promise<{ y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error(`${of} is not drawn`);
  return box;
}

async function looks({ card }: PilahPage) {
  const heading = card.getByRole('heading', { level: 2 });
  return {
    heading: await heading.innerText(),
    hasBand: (await card.locator('> p').count()) === 1,
    edge: await card.evaluate((element) => getComputedStyle(element).borderTopStyle),
    icon: await card
      .locator('svg:near(h2)')
      .first()
      .evaluate((icon) => icon.innerHTML),
  };
}
