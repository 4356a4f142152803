/** "Confusion matrix and reliability diagram as accessible plots from the manifest", on the model page. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { messages, screenMessages } from '../src/content/languages/en';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import { count, MEASURED, MODEL_ADDRESS, rowsOf, share } from './model-page';
import { openPilahWithoutModel, overhang } from './pilah-page';
import { test } from './pilah-test';

const { kinds } = messages;
const { model: words, plots } = screenMessages;
const { shipped, paper } = MEASURED;

test.use({ locale: 'en-GB' });

test('the confusion matrix as an accessible plot: its numbers are the manifest’s, in a table', async ({
  page,
}) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const plot = page.getByRole('figure', { name: words.confusionTitle });
  await expect(plot.getByRole('table', { name: words.confusionTitle })).toBeVisible();
  const [head, ...rows] = await rowsOf(plot);
  const names = WASTE_CLASS_IDS.map((id) => kinds[id]);
  expect(head?.slice(1)).toEqual(names);
  expect(rows).toEqual(
    shipped.confusion.map((counts, row) => [names[row], ...counts.map((n) => count(n))]),
  );
  // The deepest cell of a row is that with the most photos.
  const depths = await plot
    .getByRole('row')
    .last()
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor));
  expect(new Set(depths).size).toBeGreaterThan(3);
});

test('the reliability diagram as an accessible plot: a name, a sentence, bars and a table of the manifest’s bins', async ({
  page,
}) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const plot = await openTable(page, words.reliabilityTitle);
  await expect(plot.getByRole('img', { name: words.reliabilityTitle })).toHaveAccessibleDescription(
    new RegExp(`off by ${share(shipped.expectedCalibrationError)}`),
  );
  const [, ...rows] = await rowsOf(plot);
  expect(rows).toEqual(
    shipped.reliability.map(({ from, to, confidence, accuracy, n }) => [
      `${share(from)}–${share(to)}`,
      share(confidence),
      share(accuracy),
      count(n),
    ]),
  );
  const few = shipped.reliability.filter(({ n }) => n < 30);
  await expect(plot.locator('svg[role=img] rect[stroke-dasharray]')).toHaveCount(few.length);
  // One of accuracy, one of photos.
  const all = plot.locator('svg[role=img] rect');
  await expect(all).toHaveCount(2 * shipped.reliability.length);
  const right = await heightsOf(all, shipped.reliability.length);
  const [highest = 0] = right.toSorted((a, b) => b - a);
  const best = Math.max(...shipped.reliability.map(({ accuracy }) => accuracy));
  shipped.reliability.forEach(({ accuracy }, index) => {
    expect((right[index] ?? 0) / highest).toBeCloseTo(accuracy / best, 2);
  });
});

test('recall by kind, and what caution gains, as accessible plots with the manifest’s numbers', async ({
  page,
}) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const recall = await openTable(page, words.perClassTitle);
  const [, ...rows] = await rowsOf(recall);
  expect(rows).toEqual(
    shipped.perClass.map((figures, index) => [
      kinds[figures.id],
      share(figures.recall),
      share(figures.precision),
      share(paper.perClass[index]?.recall ?? Number.NaN),
      count(figures.n),
    ]),
  );
  const bars = recall.locator('svg[role=img] rect');
  const widths = await bars.evaluateAll((all) =>
    all.map((bar) => Number(bar.getAttribute('width'))),
  );
  const recalls = shipped.perClass.map((figures) => figures.recall).sort((a, b) => b - a);
  widths.forEach((width, index) => {
    expect(width / (widths[0] ?? 0)).toBeCloseTo((recalls[index] ?? 0) / (recalls[0] ?? 0), 3);
  });

  const caution = await openTable(page, words.cautionTitle);
  const [, ...risks] = await rowsOf(caution);
  expect(risks).toEqual(
    shipped.riskCoverage.map(({ coverage, risk }, index) => [
      share(coverage),
      share(risk),
      share(paper.riskCoverage[index]?.risk ?? Number.NaN),
    ]),
  );
});

test('the plots come when they are asked for, and again when they did not come', async ({
  page,
}) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await page.route('**/assets/measured-plots-*.js', (route) => route.abort());
  const pilah = await openPilahWithoutModel(page);
  await expect(pilah.classifyButton).toBeVisible();
  expect(files.filter((file) => file.includes('plots'))).toEqual([]);
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(messages.errors['part-unreachable']);
  await expect(page.getByTestId('right-of-100')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: messages.failure.retry }).click();
  await expect(page.getByRole('img', { name: words.perClassTitle })).toBeVisible();
});

for (const locale of ['id-ID', 'en-GB']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ locale, colorScheme, viewport: { width: 320, height: 640 } });

      test('every plot has a name and a table; with all tables open nothing hangs over and axe finds nothing', async ({
        page,
      }) => {
        await openPilahWithoutModel(page, MODEL_ADDRESS);
        const figures = page.getByRole('figure').filter({ has: page.getByRole('heading') });
        await expect(figures).toHaveCount(4);
        for (const figure of await figures.all()) {
          const name = await figure.getByRole('heading').innerText();
          const summary = figure.locator('summary');
          if ((await summary.count()) > 0) {
            await expect(figure.getByRole('img', { name })).toBeVisible();
            await summary.click();
          }
          await expect(figure.getByRole('table', { name })).toBeVisible();
        }
        expect(await overhang(page)).toBeLessThanOrEqual(0);
        expect(await clippedWords(page)).toEqual([]);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    });
  }
}

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('the plots take the system’s colours', async ({ page }) => {
    await openPilahWithoutModel(page, MODEL_ADDRESS);
    const bar = page.getByRole('img', { name: words.perClassTitle }).locator('rect').first();
    const isSystems = await bar.evaluate((rect) => {
      const probe = document.createElement('span');
      probe.style.color = 'Highlight';
      document.body.append(probe);
      return getComputedStyle(rect).fill === getComputedStyle(probe).color;
    });
    expect(isSystems).toBe(true);
  });
});

async function openTable(page: Page, name: string): Promise<Locator> {
  const plot = page.getByRole('figure', { name });
  await plot.getByText(plots.table).click();
  await expect(plot.getByRole('table', { name })).toBeVisible();
  return plot;
}

function heightsOf(bars: Locator, n: number): Promise<number[]> {
  return bars.evaluateAll(
    (all, first) => all.slice(0, first).map((bar) => Number(bar.getAttribute('height'))),
    n,
  );
}

/** Words of the drawings that stand beyond the edge of theirs. */
function clippedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg[role=img] text')]
      .filter((text) => {
        const [own, whole] = [text, text.closest('svg')].map((part) =>
          part?.getBoundingClientRect(),
        );
        return own && whole && (own.left < whole.left - 1 || own.right > whole.right + 1);
      })
      .map((text) => text.textContent ?? ''),
  );
}
