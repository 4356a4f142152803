/** Clocks that are wrong, and pages that a browser put aside and took out again. */
import { expect } from '@playwright/test';
import { samplePath } from './photos';
import { inWorker, openPilah } from './pilah-page';
import { test } from './pilah-test';
import { expectKept, test as visitorTest } from './visitor-test';

for (const year of [1970, 2100]) {
  test(`a device whose clock says ${year} sorts photos as any other`, async ({ page }) => {
    const time = Date.UTC(year, 0, 1, 0, 0, 1);
    await page.clock.setFixedTime(time);
    // The clock above is the page's alone.
    await inWorker(
      page,
      `globalThis.Date = class extends Date { constructor(...given) { super(...(given.length ? given : [${time}])); } static now() { return ${time}; } }`,
    );
    const pilah = await openPilah(page);
    await pilah.ready();
    expect((await pilah.sort(samplePath('metal-1.jpg'))).classId).toBe('metal');
    const two = ['glass-1.jpg', 'plastic-3.jpg'].map(samplePath);
    await pilah.chooser.setInputFiles(two);
    await pilah.classifyButton.first().click();
    await expect(page.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await pilah.ready();
    expect((await pilah.sort(samplePath('metal-1.jpg'))).classId).toBe('metal');
  });
}

visitorTest(
  'put aside by the browser and taken out again, the page has its answer and sorts on',
  async ({ visitor, startSite }) => {
    const site = await startSite();
    const pilah = await visitor.visit(site.address);
    const { page } = pilah;
    // Until then the service worker claims its pages, and the browser drops one that is put aside at that moment.
    await expectKept(pilah);
    await page.evaluate(() => {
      window.addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.persisted = String(persisted);
      });
    });
    await pilah.sort(samplePath('metal-1.jpg'));
    await page.goto(`${site.address}samples/SOURCES.md`);
    // A page that was put aside whole is not loaded, and never says that it was.
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
    await expect(pilah.card).toHaveAttribute('data-class', 'metal');
    expect((await pilah.sort(samplePath('glass-1.jpg'))).classId).toBe('glass');
    expect(await pilah.results()).toHaveLength(2);
  },
);
