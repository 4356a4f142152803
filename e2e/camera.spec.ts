/** The camera: Chromium's test picture instead of a real one, the real permissions. */
import { expect, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah, openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

test('a photo is taken, lies in the bin and is sorted; then the camera is off', async ({
  page,
}) => {
  await page.context().grantPermissions(['camera']);
  const pilah = await openPilah(page);
  await countTracks(page);
  await openCamera(page);
  await page.getByRole('button', { name: 'Ambil fotonya' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(pilah.preview).toBeVisible();
  const { width, height } = await pilah.preview.evaluate((image) => {
    const { naturalWidth, naturalHeight } = image as HTMLImageElement; // the preview is one
    return { width: naturalWidth, height: naturalHeight };
  });
  expect(width * height, 'the camera’s own size, not the dialog’s').toBeGreaterThan(640 * 479);
  expect(await liveTracks(page)).toBe(0);
  await pilah.classifyButton.click();
  await pilah.answerAfter(0);
  await expect(pilah.card).toBeVisible();
});

test('closing with Escape turns the camera off and leaves what was there', async ({ page }) => {
  await page.context().grantPermissions(['camera']);
  const pilah = await openPilahWithoutModel(page);
  await pilah.choose(samplePath('metal-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  const before = await pilah.preview.getAttribute('src');
  await countTracks(page);
  await openCamera(page);
  expect(await liveTracks(page)).toBe(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => liveTracks(page)).toBe(0);
  await expect(pilah.preview).toHaveAttribute('src', before ?? '');
  await expect(page.getByRole('button', { name: 'Kamera', exact: true })).toBeFocused();
});

test('the other camera is one button away, and one is on at a time', async ({ page }) => {
  await page.context().grantPermissions(['camera']);
  await openPilahWithoutModel(page);
  await countTracks(page);
  await openCamera(page);
  const first = await currentCamera(page);
  await page.getByRole('button', { name: 'Kamera lain' }).click();
  await expect.poll(() => currentCamera(page)).not.toBe(first);
  await expect(page.getByRole('button', { name: 'Ambil fotonya' })).toBeEnabled();
  expect(await liveTracks(page)).toBe(1);
});

for (const [name, error, sentence] of [
  ['a camera that is not allowed', 'NotAllowedError', 'Kamera tidak diizinkan di sini.'],
  ['no camera', 'NotFoundError', 'Tidak ada kamera yang ditemukan.'],
  ['a camera that does not start', 'NotReadableError', 'Kamera tidak menjawab'],
] as const) {
  test(`${name} is a sentence, and the device’s own program still takes a photo`, async ({
    page,
  }) => {
    const pilah = await openPilahWithoutModel(page);
    await page.evaluate((errorName) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', errorName));
    }, error);
    await page.getByRole('button', { name: 'Kamera', exact: true }).click();
    await expect(pilah.alert).toContainText(sentence);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Program kamera perangkat' }).click();
    expect(await (await chooser).element().getAttribute('capture')).toBe('environment');
    await (await chooser).setFiles(samplePath('paper-1.jpg'));
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(pilah.preview).toBeVisible();
  });
}

test('without permission the browser itself refuses, and the page says so', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await page.getByRole('button', { name: 'Kamera', exact: true }).click();
  await expect(pilah.alert).toContainText('Kamera tidak diizinkan di sini.');
});

for (const viewport of [
  { width: 800, height: 600 },
  { width: 844, height: 390 }, // a phone on its side
]) {
  test(`the button to take the photo is on a screen of ${viewport.width} x ${viewport.height}`, async ({
    page,
  }) => {
    await page.context().grantPermissions(['camera']);
    await page.setViewportSize(viewport);
    await openPilahWithoutModel(page);
    await openCamera(page);
    await expect(page.getByRole('button', { name: 'Ambil fotonya' })).toBeInViewport({ ratio: 1 });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the camera is the first button of the bin, and its dialog fits', async ({ page }) => {
    await page.context().grantPermissions(['camera']);
    const pilah = await openPilahWithoutModel(page);
    await expect(pilah.classifyButton).toBeVisible();
    const names = await page.getByRole('main').getByRole('button').allInnerTexts();
    expect(names.filter((name) => name.trim() !== '')[0]).toBe('Kamera');
    await openCamera(page);
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(844);
    await expect(page.getByRole('button', { name: 'Ambil fotonya' })).toBeInViewport();
  });
});

async function openCamera(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kamera', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Ambil fotonya' })).toBeEnabled();
}

/** Every track that the page was ever given: those that it let go of are `ended`. */
async function countTracks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { tracks });
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

function liveTracks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { tracks } = window as unknown as { tracks: MediaStreamTrack[] }; // see countTracks
    return tracks.filter(({ readyState }) => readyState === 'live').length;
  });
}

function currentCamera(page: Page): Promise<string | undefined> {
  return page.locator('dialog video').evaluate((video) => {
    const stream = (video as HTMLVideoElement).srcObject; // the locator says so
    return stream instanceof MediaStream
      ? stream.getVideoTracks()[0]?.getSettings().deviceId
      : undefined;
  });
}
