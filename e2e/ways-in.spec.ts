/** Photos that are dropped beside the bin, on another screen, or pasted. */
import { expect, type Page } from '@playwright/test';
import { sampleBytes } from './photos';
import { openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

test('a photo dropped beside the bin lies in it', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await expect(pilah.classifyButton).toBeVisible();
  expect(await hand(page, 'drop', 'footer')).toBe('taken');
  await expect(pilah.preview).toBeVisible();
});

test('a photo dropped into the bin is taken once', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page);
  await expect(pilah.classifyButton).toBeVisible();
  await page.evaluate(() => {
    const made: string[] = [];
    Object.assign(window, { made });
    const { createObjectURL } = URL;
    URL.createObjectURL = (file) => {
      const url = createObjectURL(file);
      made.push(url);
      return url;
    };
  });
  await hand(page, 'drop', '.bin-body');
  await expect(pilah.preview).toBeVisible();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { made: string[] }).made)).toHaveLength(1);
});

test('a photo pasted anywhere lies in the bin, from the guide too', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page, './#/guide');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  expect(await hand(page, 'paste', 'body')).toBe('taken');
  await expect(pilah.preview).toBeVisible();
  await expect(pilah.classifyButton).toBeVisible();
});

test('a refused file is told where a person can see it, wherever the page was scrolled to', async ({
  page,
}) => {
  const pilah = await openPilahWithoutModel(page);
  await page.setViewportSize({ width: 800, height: 400 });
  await expect(pilah.classifyButton).toBeVisible();
  await page.locator('footer').scrollIntoViewIfNeeded();
  await page.locator('footer').evaluate((target) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['words'], 'photo.jpg', { type: 'image/jpeg' }));
    target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(pilah.alert).toBeInViewport({ ratio: 1 });
});

test('text that is pasted or dropped is nobody’s business', async ({ page }) => {
  const pilah = await openPilahWithoutModel(page, './#/guide');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  expect(await hand(page, 'paste', 'body', false)).toBe('left alone');
  expect(await hand(page, 'drop', 'footer', false)).toBe('left alone');
  await expect(pilah.alert).toBeHidden();
  expect(page.url()).toContain('#/guide');
});

/** Dispatches the event that a browser would, with a photo or some text. */
function hand(
  page: Page,
  kind: 'drop' | 'paste',
  selector: string,
  isPhoto = true,
): Promise<'taken' | 'left alone'> {
  const photo = isPhoto ? sampleBytes('metal-1.jpg').toString('base64') : '';
  return page.locator(selector).evaluate(
    (target, { kind, photo }) => {
      const transfer = new DataTransfer();
      if (photo) {
        const bytes = Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], 'metal.jpg', { type: 'image/jpeg' }));
      } else {
        transfer.setData('text/plain', 'words');
      }
      const options = { bubbles: true, cancelable: true };
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...options, clipboardData: transfer });
      return target.dispatchEvent(event) ? 'left alone' : 'taken';
    },
    { kind, photo },
  );
}
