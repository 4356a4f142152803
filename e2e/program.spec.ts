/** Pilah as a program among others: installed, opened with photos, shared to from the gallery. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { sampleBytes, samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';
import { expectKept, test as visitorTest } from './visitor-test';

const OFFER = 'Ingin Pilah selalu siap?';

/** Chromium sends this event by itself, but to no headless browser. */
function offerInstallation(page: Page): Promise<void> {
  return page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    const prompt = async () => {
      document.title = 'asked';
    };
    window.dispatchEvent(Object.assign(offer, { prompt }));
  });
}

test('the browser finds nothing that keeps it from being installed', async ({ page }) => {
  await openPilah(page);
  const browser = await page.context().newCDPSession(page);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // A private window is all that Playwright opens.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  const { errors, url, data } = await browser.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '');
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    const response = await page.request.get(new URL(src, url).href);
    expect(response.status(), src).toBe(200);
  }
  expect(manifest.name_localized.id).toBe(manifest.name);
  expect(manifest.name_localized.en).toBe('Pilah: sort waste by photo');
});

test('installation is offered after the first answer, not before', async ({ page }) => {
  const pilah = await openPilah(page);
  const offer = page.getByRole('region', { name: OFFER });
  await pilah.ready();
  await offerInstallation(page);
  await pilah.choose(samplePath('metal-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  await expect(offer).toBeHidden();
  await pilah.classifyButton.click();
  await pilah.answerAfter(0);
  await offer.getByRole('button', { name: 'Pasang Pilah' }).click();
  await expect(page).toHaveTitle('asked');
  await expect(offer).toBeHidden();
});

test('an offer that was refused does not come again', async ({ page }) => {
  const pilah = await openPilah(page);
  const offer = page.getByRole('region', { name: OFFER });
  await pilah.ready();
  await offerInstallation(page);
  await pilah.sort(samplePath('metal-1.jpg'));
  await offer.getByRole('button', { name: 'Tidak, terima kasih' }).click();
  await page.reload();
  await pilah.ready();
  await offerInstallation(page);
  await pilah.sort(samplePath('metal-1.jpg'));
  await expect(offer).toBeHidden();
});

test('photos that are opened with Pilah go the usual way', async ({ page }) => {
  await page.addInitScript(() => {
    const { launchQueue } = window as unknown as { launchQueue: object };
    const setConsumer = (consume: unknown) => Object.assign(window, { consume });
    Object.assign(launchQueue, { setConsumer });
  });
  const pilah = await openPilah(page, './#/guide');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const photo = [...sampleBytes('metal-1.jpg')];
  await page.evaluate(async (bytes) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('opened.jpg', { create: true });
    const file = await handle.createWritable();
    await file.write(new Uint8Array(bytes));
    await file.close();
    const { consume } = window as unknown as { consume: (launch: unknown) => void };
    consume({ files: [handle] });
  }, photo);
  await expect(page.getByRole('img', { name: 'opened.jpg' })).toBeVisible();
  await pilah.classifyButton.click();
  expect((await pilah.answerAfter(0)).classId).toBe('metal');
});

for (const count of [1, 2]) {
  visitorTest(
    `${count} shared from the gallery, by way of the service worker`,
    async ({ visitor, startSite }) => {
      const site = await startSite();
      const pilah = await visitor.visit(site.address);
      const { page } = pilah;
      await expectKept(pilah);
      const names = ['metal-1.jpg', 'plastic-3.jpg'].slice(0, count);
      await shareLikeGallery(page, site.address, names);
      await page.waitForURL(`${site.address}#/`);
      if (count === 1)
        await expect(page.getByRole('img', { name: 'Foto ✓ metal-1.jpg' })).toBeVisible();
      else await expect(page.getByRole('heading', { name: '2 foto dalam antrean' })).toBeVisible();
      expect(await page.evaluate(() => caches.keys())).not.toContain('pilah-shared');
      await page.reload();
      await expect(pilah.classifyButton).toBeVisible();
      await expect(pilah.preview).toBeHidden(); // once
    },
  );
}

/** Android sends a form to the address in the web app manifest; a page without Pilah's policy sends the very same. */
async function shareLikeGallery(page: Page, site: string, names: readonly string[]): Promise<void> {
  await page.goto(`${site}samples/SOURCES.md`);
  await page.evaluate(() => {
    const form = document.createElement('form');
    const encoding = { enctype: 'multipart/form-data', acceptCharset: 'utf-8' };
    Object.assign(form, { action: '../share', method: 'post', ...encoding });
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', name: 'photos', multiple: true, id: 'gallery' });
    form.append(input);
    document.body.append(form);
  });
  const photos = names.map((name) => ({
    name: `Foto ✓ ${name}`,
    mimeType: 'image/jpeg',
    buffer: readFileSync(samplePath(name)),
  }));
  await page.locator('#gallery').setInputFiles(photos);
  await page.evaluate(() =>
    document.querySelector<HTMLFormElement>('form[action="../share"]')?.submit(),
  );
}
