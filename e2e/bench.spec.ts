/** The bench as a phone opens it: one run of our engine and of tfjs, in the built site. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN_MS = 160_000;

test('the bench runs our engine beside tfjs and shows a row for each', async ({ page }) => {
  test.setTimeout(RUN_MS + 20_000);
  await page.goto('./bench/?runs=1');
  for (const field of await page.getByRole('checkbox').all()) await field.uncheck();
  await page.getByRole('checkbox', { name: 'pilah-plain, 1 thread' }).check();
  await page.getByRole('checkbox', { name: 'tfjs-wasm, 1 thread' }).check();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('#bench')).toHaveAttribute('data-bench', 'done', { timeout: RUN_MS });

  const cells = async (engine: string) => {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: engine }) });
    const [threads, ...numbers] = await row.getByRole('cell').allInnerTexts();
    return { threads, numbers: numbers.map(Number) };
  };
  const ours = await cells('pilah-plain');
  const reference = await cells('tfjs-wasm');
  for (const { threads, numbers } of [ours, reference]) {
    expect(threads).toBe('1');
    expect(numbers).toHaveLength(7);
    for (const number of numbers) expect(number).toBeGreaterThan(0);
  }
  const [, , , memoryMB = 0] = ours.numbers;
  expect(memoryMB).toBeLessThan(reference.numbers[3] ?? 0);

  const { engines } = JSON.parse((await page.locator('[data-result=json]').textContent()) ?? '');
  expect(engines.map(({ engine }: { engine: string }) => engine)).toEqual([
    'pilah-plain',
    'tfjs-wasm',
  ]);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(violations).toEqual([]);
});

test('an engine whose model does not come is named with the reason, and nothing is called done', async ({
  page,
}) => {
  await page.route('**/shard-03.bin*', (route) => route.fulfill({ status: 404 }));
  await page.goto('./bench/?runs=1');
  for (const field of await page.getByRole('checkbox').all()) await field.uncheck();
  await page.getByRole('checkbox', { name: 'pilah-plain, 1 thread' }).check();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('shard-03.bin');
  await expect(page.locator('#bench')).toHaveAttribute('data-bench', 'failed');
});

test('the app neither links to the bench nor loads any of it', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('./#/');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.locator('a[href*="bench"]')).toHaveCount(0);
  expect(requests.filter((url) => url.includes('/bench/'))).toEqual([]);
});
