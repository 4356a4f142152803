/** Parts that load when they are asked for: when one does not come, a sentence and another try, and nothing is lost. */
import { expect, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

const SENTENCE = 'Bagian halaman itu tidak dapat diunduh.';

test('a screen that does not come', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await pilah.choose(samplePath('glass-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  await withhold(page, 'guide-screen');
  await page.getByRole('link', { name: 'Panduan' }).click();
  await expect(pilah.alert).toContainText(SENTENCE);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Panduan sembilan jenis limbah');
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
  await expect(pilah.preview).toBeVisible();
});

test('a queue that does not come keeps its photos', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await withhold(page, 'queue-panel');
  await pilah.chooser.setInputFiles(['glass-1.jpg', 'metal-1.jpg'].map(samplePath));
  await expect(pilah.alert).toContainText(SENTENCE);
  await page.unroute('**/assets/queue-panel-*.js');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('what checks photos does not come: the photo can be chosen again', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await withhold(page, 'open-photo');
  await pilah.choose(samplePath('glass-1.jpg'));
  await expect(pilah.alert).toContainText(SENTENCE);
  await page.unroute('**/assets/open-photo-*.js');
  await pilah.choose(samplePath('metal-1.jpg'));
  await expect(pilah.preview).toBeVisible();
});

test('a camera that does not come', async ({ page }) => {
  await page.context().grantPermissions(['camera']);
  const pilah = await openPilahWithoutModel(page);
  await withhold(page, 'camera-dialog');
  await page.getByRole('button', { name: 'Kamera', exact: true }).click();
  await expect(pilah.alert).toContainText(SENTENCE);
  await page.unroute('**/assets/camera-dialog-*.js');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(page.getByRole('button', { name: 'Ambil fotonya' })).toBeEnabled();
});

test('a card that does not come, and its evidence', async ({ page }) => {
  const pilah = await openPilah(page);
  await withhold(page, 'result-card');
  await withhold(page, 'evidence-view');
  await pilah.choose(samplePath('glass-1.jpg'));
  await pilah.classifyButton.click();
  await expect(pilah.alert).toContainText(SENTENCE);
  await page.unroute('**/assets/result-card-*.js');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(pilah.card).toHaveAttribute('data-class', 'glass');
  await pilah.card.locator('summary').click();
  await expect(pilah.card.getByRole('alert')).toContainText(SENTENCE);
  await page.unroute('**/assets/evidence-view-*.js');
  await pilah.card.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(pilah.card.getByRole('slider')).toBeVisible();
});

function withhold(page: Page, part: string): Promise<unknown> {
  return page.route(`**/assets/${part}-*.js`, (route) => route.abort());
}
