/** "Why?": the places of the photo that decided, drawn over it when somebody asks. */
import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { MODEL_VERSION } from '../src/domain/model-version';
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS } from '../src/domain/waste-class';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

/** Of the manifest, as the page downloads it. */
const MANIFEST = new URL(`../public/model/${MODEL_VERSION}/manifest.json`, import.meta.url);
const SAMPLE = 'battery-1.jpg';

test('evidence lies over the photo, for the answer and against another kind', async ({ page }) => {
  const pilah = await openPilah(page, './#/');
  const chunks: string[] = [];
  page.on('request', (request) => chunks.push(request.url()));
  await pilah.sort(samplePath(SAMPLE));
  expect(chunks.filter((url) => url.includes('evidence-view'))).toEqual([]);

  await pilah.card.getByText('Mengapa Baterai?').click();
  const overlay = pilah.card.getByRole('img', { name: `Bukti di atas foto ${SAMPLE}` });
  await expect(overlay).toBeVisible();
  const onAverage = await colours(overlay);
  // The reddest place on screen is the one with the most evidence in the worker's own numbers.
  const [result] = await pilah.results();
  const parts = Object.values(result?.evidence ?? {});
  const battery = WASTE_CLASS_IDS.indexOf('battery');
  const lead = Array.from({ length: 49 }, (_, place) => {
    const here = parts.slice(place * WASTE_CLASS_COUNT, (place + 1) * WASTE_CLASS_COUNT);
    return (here[battery] ?? 0) - here.reduce((sum, part) => sum + part, 0) / WASTE_CLASS_COUNT;
  });
  expect(onAverage.strongestPlace).toBe(lead.indexOf(Math.max(...lead)));
  await expect(pilah.card.getByText(/Yang mendukung Baterai terutama ada/)).toBeVisible();

  await pilah.card.getByLabel('Mengapa bukan …?').selectOption({ label: 'Kaca' });
  await expect(pilah.card.getByText('mendukung Kaca')).toBeVisible();
  expect((await colours(overlay)).pixels).not.toEqual(onAverage.pixels);

  await pilah.card.getByLabel('Kekuatan warna').fill('0');
  await expect(overlay).toHaveCSS('opacity', '0');
});

test('the percentage is explained by what it meant on the test photos', async ({ page }) => {
  const { evaluation } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const last: { n: number; accuracy: number } = evaluation.shipped.reliability.at(-1);
  expect(last.n, 'the surest bin is full').toBeGreaterThan(100);
  const pilah = await openPilah(page);
  const { probability } = await pilah.sort(samplePath(SAMPLE));
  expect(probability).toBeGreaterThan(0.95);
  await expect(pilah.card).toContainText(
    `Dari 100 foto uji dengan keyakinan seperti ini, sekitar ${Math.round(100 * last.accuracy)} dijawab benar.`,
  );
});

test('the overlay covers the photo to the pixel, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const pilah = await openPilah(page);
  await pilah.sort(samplePath(SAMPLE));
  await pilah.card.getByText('Mengapa Baterai?').click();
  const photo = await pilah.card.locator('figure img').boundingBox();
  const overlay = await pilah.card.locator('figure canvas').boundingBox();
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    expect(Math.abs((overlay?.[side] ?? 0) - (photo?.[side] ?? 0)), side).toBeLessThan(1);
  }
  expect(photo?.width).toBeGreaterThan(100);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});

/** The canvas's pixels, and where of 7 × 7 places the colour for the answer is the most opaque. */
function colours(overlay: Locator): Promise<{ pixels: number[]; strongestPlace: number }> {
  return overlay.evaluate((element) => {
    const canvas = element as HTMLCanvasElement; // the only element of this role here
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
    let strongestPlace = -1;
    let strongest = 0;
    for (let place = 0; place < 49; place++) {
      const x = Math.floor((((place % 7) + 0.5) * width) / 7);
      const y = Math.floor(((Math.floor(place / 7) + 0.5) * height) / 7);
      const [red = 0, , , alpha = 0] = data.slice(4 * (y * width + x));
      if (red > 100 && alpha > strongest) {
        strongest = alpha;
        strongestPlace = place;
      }
    }
    return { pixels: [...data], strongestPlace };
  });
}
