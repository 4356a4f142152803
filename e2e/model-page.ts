/** The model page in English, for its specs: its sections and tables, and the manifest that they must agree with. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parseManifest } from '../src/domain/manifest';
import { MODEL_VERSION } from '../src/domain/model-version';

export const MODEL_ADDRESS = './#/model';

const { evaluation, provenance } = parseManifest(shippedManifest());
if (!evaluation) throw new Error('the shipped model is not measured');

export const MEASURED = evaluation;
export const PHOTOS = provenance.photos;

/** Each call makes its own, to be changed. */
export function shippedManifest() {
  return JSON.parse(readFileSync(`public/model/${MODEL_VERSION}/manifest.json`, 'utf8'));
}

export const count = (value: number) => new Intl.NumberFormat('en').format(value);
export const of100 = (value: number) => String(Math.round(100 * value));
const percent = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
export const share = (value: number) => percent.format(value);

export function section(page: Page, title: string): Locator {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
}

/** Head and rows, as texts. */
export async function rowsOf(box: Locator): Promise<string[][]> {
  const rows = box.getByRole('row');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
  );
}
