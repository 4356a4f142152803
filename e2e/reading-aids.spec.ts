/** How the page reads for those who set their system or browser for it: large, in forced colours, without motion. */
import { expect, type Locator, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel, overhang } from './pilah-page';
import { test } from './pilah-test';
import { SCREEN_NAMES, SCREENS } from './screens';

const DESKTOP = { width: 1280, height: 900 };

test.describe('at 200 % zoom', () => {
  // What a browser's zoom does: half as many CSS pixels, each twice as large.
  const viewport = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 };
  test.use({ viewport, deviceScaleFactor: 2 });
  readsOnEveryScreen(async () => {});
});

test.describe('with letters of 200 %', () => {
  test.use({ viewport: DESKTOP });
  readsOnEveryScreen(async (page) => {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '225%'; // twice our own 112.5 %
      });
    });
  });
});

function readsOnEveryScreen(enlarge: (page: Page) => Promise<void>): void {
  for (const screen of SCREEN_NAMES) {
    test(`${screen} fits into the width, and no word is cut off`, async ({ page }) => {
      await enlarge(page);
      await openPilahWithoutModel(page, SCREENS[screen]);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await cutOff(page)).toEqual([]);
    });
  }

  test('a photo is sorted, and its card and the evidence fit', async ({ page }) => {
    await enlarge(page);
    const pilah = await openPilah(page);
    await pilah.sort(samplePath('battery-1.jpg'));
    await pilah.card.locator('summary').click();
    await expect(pilah.card.getByRole('slider')).toBeVisible();
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
  });
}

/** Words that are wider than the box that hides what hangs over. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, position } = getComputedStyle(element);
        const isSeen = position !== 'absolute' && element.clientWidth > 1;
        return isSeen && overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.textContent ?? ''),
  );
}

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

    const current = page.getByRole('link', { name: 'Pilah foto' });
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
  property: 'color' | 'backgroundColor' | `border${string}` | `outline${string}`,
) {
  return of.evaluate(
    (element, name) => getComputedStyle(element)[name as 'color'], // as: one of many
    property,
  );
}
