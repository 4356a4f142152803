/** How the page reads for those who set their system or browser for it: large, in forced colours, without motion. */
import { expect, type Locator } from '@playwright/test';
import { samplePath } from './photos';
import { openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';
import { readsOnEveryScreen } from './reads-on-every-screen';

test.describe('at 200 % zoom', () => {
  // What a browser's zoom does to 1280 x 900: half as many CSS pixels, each twice as large.
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  readsOnEveryScreen();
});

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active', colorScheme: 'dark' });

  test('what is pressed, current, selected or done can be seen', async ({ page }) => {
    const pilah = await openPilahWithoutModel(page);
    const background = (of: Locator) => style(of, 'backgroundColor');
    const [pressed, other] = ['Indonesia', 'English'].map((name) =>
      page.getByRole('button', { name }),
    );
    if (!pressed || !other) throw new Error('two names, fewer buttons');
    expect(await background(pressed)).not.toBe(await background(other));

    const current = page.getByRole('link', { name: 'Foto', exact: true });
    const elsewhere = page.getByRole('link', { name: 'Panduan' });
    const canvas = await style(page.locator('body'), 'backgroundColor');
    expect(await style(current, 'borderBottomColor')).not.toBe(canvas);
    expect(await style(elsewhere, 'borderBottomColor')).toBe(canvas);

    expect(await style(pilah.classifyButton, 'borderTopColor')).not.toBe(canvas);
    expect(await style(pilah.classifyButton, 'borderTopWidth')).not.toBe('0px');

    await pilah.chooser.setInputFiles(['glass-1.jpg', 'metal-1.jpg'].map(samplePath));
    const [first, second] = [page.getByRole('option').first(), page.getByRole('option').last()];
    await expect(first).toHaveAttribute('aria-selected', 'true');
    expect(await background(first)).not.toBe(await background(second));
    const name = first.getByText('glass-1.jpg');
    expect(await style(name, 'color')).not.toBe(await background(first));

    // Otherwise the browser paints a plate behind the letters, in the colour of the letters themselves.
    expect(await style(name, 'forcedColorAdjust')).toBe('none');

    const progress = page.getByRole('progressbar').first();
    expect(await style(progress, 'borderTopWidth')).not.toBe('0px');
  });

  test('what has the focus has a ring', async ({ page }) => {
    await openPilahWithoutModel(page);
    await expect(page.getByRole('button', { name: 'Pilih foto' })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus-visible');
    expect(await style(focused, 'outlineStyle')).toBe('solid');
    expect(await style(focused, 'outlineColor')).not.toBe(
      await style(page.locator('body'), 'backgroundColor'),
    );
  });
});

for (const [reducedMotion, moves] of [
  ['no-preference', true],
  ['reduce', false],
] as const) {
  test.describe(`motion: ${reducedMotion}`, () => {
    test.use({ reducedMotion });

    test(`the lid ${moves ? 'moves' : 'is there at once'} when a photo hovers`, async ({
      page,
    }) => {
      const pilah = await openPilahWithoutModel(page);
      await expect(pilah.classifyButton).toBeVisible();
      const running = await page.locator('.bin-lid').evaluate(async (lid) => {
        lid.parentElement?.classList.add('is-open');
        await new Promise(requestAnimationFrame);
        return lid.getAnimations().length;
      });
      expect(running > 0).toBe(moves);
    });
  });
}

function style(
  of: Locator,
  property:
    | 'color'
    | 'backgroundColor'
    | 'forcedColorAdjust'
    | `border${string}`
    | `outline${string}`,
) {
  return of.evaluate(
    (element, name) => getComputedStyle(element)[name as 'color'], // as: one of many
    property,
  );
}
