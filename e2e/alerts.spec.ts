/** The paper's two alerts, and what stays on screen when they come. */
import { expect } from '@playwright/test';
import { refusedPhotos, sampleBytes, samplePath } from './photos';
import { openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

const NOTHING_CHOSEN = 'silakan upload gambar limbah anda';
const NOT_JPEG_OR_PNG = 'Kita hanya menerima file gambar berupa .jpeg .jpg or .png extensions';

test('pressing classify with nothing chosen asks for a photo, and choosing then works', async ({
  page,
}) => {
  const pilah = await openPilahWithoutModel(page);
  await pilah.classifyButton.click();
  await expect(pilah.alert).toHaveText(NOTHING_CHOSEN);
  await pilah.choose(samplePath('metal-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  await expect(pilah.alert).toBeHidden();
});

test('no alert is a dialog of the browser', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  const pilah = await openPilahWithoutModel(page);
  await pilah.classifyButton.click();
  await expect(pilah.alert).toBeVisible();
  expect(dialogs).toBe(0);
});

for (const name of [
  'HTML called .png',
  'WebP',
  'WebP called .jpg',
  'GIF',
  'SVG',
  'HEIC',
  'HEIC called .jpg',
  'an empty file',
]) {
  test(`${name} is refused and the photo chosen before survives`, async ({ page }) => {
    const photo = (await refusedPhotos())[name];
    if (!photo) throw new Error(`no fixture ${name}`);
    const pilah = await openPilahWithoutModel(page);
    await pilah.choose(samplePath('metal-1.jpg'));
    await expect(pilah.preview).toBeVisible();
    const before = await pilah.preview.getAttribute('src');
    await pilah.choose(photo);
    await expect(pilah.alert).toHaveText(NOT_JPEG_OR_PNG);
    await expect(pilah.preview).toHaveAttribute('src', before ?? '');
    await pilah.choose(samplePath('paper-1.jpg'));
    await expect(pilah.alert).toBeHidden();
    await expect(pilah.preview).not.toHaveAttribute('src', before ?? '');
  });
}

test('a JPEG called .txt is sorted: the name and the type decide nothing', async ({ pilah }) => {
  const buffer = sampleBytes('plastic-1.jpg');
  const answer = await pilah.sort({ name: 'notes.txt', mimeType: 'text/plain', buffer });
  const named = await pilah.sort(samplePath('plastic-1.jpg'));
  expect(answer.probability).toBeCloseTo(named.probability, 4);
});

test('the chooser asks for JPEG and PNG, so that phones convert their own formats', async ({
  page,
}) => {
  const pilah = await openPilahWithoutModel(page);
  const accept = await pilah.chooser.getAttribute('accept');
  expect(accept).toContain('image/jpeg');
  expect(accept).toContain('image/png');
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('the same two alerts come in English', async ({ page }) => {
    const pilah = await openPilahWithoutModel(page);
    await pilah.classifyButton.click();
    await expect(pilah.alert).toHaveText('Please upload a picture of your waste');
    const photo = (await refusedPhotos()).GIF;
    if (!photo) throw new Error('no GIF');
    await pilah.choose(photo);
    await expect(pilah.alert).toHaveText(
      'We only accept image files with .jpeg .jpg or .png extensions',
    );
  });
});
