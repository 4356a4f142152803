/** `<pilah-classifier>` from the built package, in a page of somebody else whose content policy is strict. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { PilahClassifier } from '../../src/embed/element/pilah-classifier';
import { sampleBytes, samplePath } from '../photos';
import { type FolderSite, PACKAGE_DIST, serveFolders } from './folder-site';

interface Told {
  type: string;
  class?: string;
  verdict?: string;
  code?: string;
}

let site: FolderSite;
/** What the next pages hold. */
let body: string;

test.beforeAll(async () => {
  site = await serveFolders(
    { '/dist/': PACKAGE_DIST },
    () => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bin day</title>
      <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
      <script type="module" src="/dist/element.js"></script><main><h1>Bin day</h1>${body}</main></html>`,
  );
});

test.afterAll(() => site[Symbol.asyncDispose]());

/** Events and refusals of the policy are noted from the start. */
async function openUnready(page: Page, html: string): Promise<Locator> {
  body = html;
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    for (const type of ['pilah-result', 'pilah-error', 'change']) {
      addEventListener(type, (event) => {
        const { class: kind, verdict, code } = (event instanceof CustomEvent && event.detail) || {};
        told.push({ type, class: kind, verdict, code });
      });
    }
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      told.push({ type: `refused: ${effectiveDirective} ${blockedURI}` });
    });
  });
  await page.goto(site.address);
  return page.locator('pilah-classifier').first();
}

async function openPage(page: Page, html: string): Promise<Locator> {
  const element = await openUnready(page, html);
  await expect(element.getByText('Drop a photo here').or(element.getByText('Taruh'))).toBeVisible();
  return element;
}

function told(page: Page): Promise<Told[]> {
  return page.evaluate(() => (window as unknown as { told: Told[] }).told);
}

const choose = (element: Locator, sample: string) =>
  element.locator('input').setInputFiles(samplePath(sample));
const card = (element: Locator) => element.getByRole('article');
const shadowOf = (element: Locator) =>
  element.evaluate((found) => (found as PilahClassifier).value);

test('a chosen photo becomes a card, two events and the value of a form field, under a strict policy', async ({
  page,
}) => {
  const element = await openPage(
    page,
    '<form><pilah-classifier lang="id" name="kind" required></pilah-classifier><button>Send</button></form>',
  );
  await choose(element, 'battery-1.jpg');
  await expect(card(element)).toHaveAttribute('data-class', 'battery');
  await expect(element.getByRole('heading', { name: 'Baterai', exact: true })).toBeVisible();
  await expect(element.getByText('tempat sampah merah')).toBeVisible();
  await expect(element.getByRole('note', { name: 'Bahaya' })).toContainText('Baterai menggembung?');
  await expect(element.getByText(/Dari 100 foto uji .* sekitar \d+ dijawab benar/)).toBeVisible();
  await expect(element.getByRole('status')).toHaveText('Hasil: Baterai');
  await expect(element.getByRole('img', { name: /battery-1\.jpg/ })).toBeVisible();
  expect(await told(page)).toEqual([
    { type: 'change' },
    { type: 'pilah-result', class: 'battery', verdict: 'sure' },
  ]);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveURL(`${site.address}?kind=battery`);
});

test('a required field without a photo does not let the form go, and says why', async ({
  page,
}) => {
  const element = await openPage(
    page,
    '<form><pilah-classifier lang="id" name="kind" required></pilah-classifier><button>Send</button></form>',
  );
  await page.getByRole('button', { name: 'Send' }).click();
  expect(page.url()).toBe(site.address);
  const message = await element.evaluate((found) => (found as PilahClassifier).validationMessage);
  expect(message).toBe('silakan upload gambar limbah anda');
  await expect(element.locator('input')).toBeFocused();
});

test('a photo of no waste has no value; one that Pilah doubts has its likeliest class', async ({
  page,
}) => {
  const element = await openPage(page, '<pilah-classifier></pilah-classifier>');
  await choose(element, 'other-1.jpg');
  await expect(card(element)).toHaveAttribute('data-verdict', 'not-waste');
  await expect(
    element.getByRole('heading', { name: 'This does not seem to be waste' }),
  ).toBeVisible();
  expect(await shadowOf(element)).toBe('');
  await choose(element, 'battery-3.jpg');
  await expect(card(element)).toHaveAttribute('data-verdict', 'unsure');
  expect(await shadowOf(element)).toBe(await card(element).getAttribute('data-class'));
  expect(await element.getByRole('heading', { level: 3 }).count()).toBeGreaterThanOrEqual(2);
});

test('a file that is no photo is a sentence and an event; the next photo is sorted', async ({
  page,
}) => {
  const element = await openPage(page, '<pilah-classifier></pilah-classifier>');
  const notes = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') };
  await choose(element, 'metal-1.jpg');
  await expect(card(element)).toBeVisible();
  await element.locator('input').setInputFiles(notes);
  await expect(element.getByRole('alert')).toContainText('.jpeg .jpg');
  expect(await shadowOf(element)).toBe('');
  expect((await told(page)).at(-1)).toEqual({ type: 'pilah-error', code: 'not-jpeg-or-png' });
  await choose(element, 'glass-3.jpg');
  await expect(card(element)).toHaveAttribute('data-class', 'glass');
  await expect(element.getByRole('alert')).toHaveCount(0);
});

test('a photo is dropped on it', async ({ page }) => {
  const element = await openPage(page, '<pilah-classifier></pilah-classifier>');
  const photo = sampleBytes('paper-1.jpg').toString('base64');
  const dropped = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'paper.jpg', { type: 'image/jpeg' }));
    return transfer;
  }, photo);
  const area = element.locator('[part=drop]');
  await area.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(element.getByText('Let go of the photo')).toBeVisible();
  await area.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(card(element)).toHaveAttribute('data-class', 'paper');
});

test('it speaks the language of its place, and changes it with the attribute', async ({ page }) => {
  const element = await openPage(
    page,
    '<div lang="id-ID"><pilah-classifier></pilah-classifier></div>',
  );
  await expect(element.getByText('Pilih foto')).toBeVisible();
  await choose(element, 'metal-1.jpg');
  await expect(element.getByRole('heading', { name: 'Logam' })).toBeVisible();
  await element.evaluate((found) => found.setAttribute('lang', 'en'));
  await expect(element.getByRole('heading', { name: 'Metal' })).toBeVisible();
  await expect(element.getByText('Choose another photo')).toBeVisible();
});

test('without a network it says so by a code, as it has no words; later it sorts', async ({
  page,
}) => {
  await page.route(/pilah\d*\.en\.js/, (route) => route.abort());
  const element = await openUnready(page, '<pilah-classifier></pilah-classifier>');
  await expect(element.getByRole('alert')).toHaveText('model-unreachable');
  expect(await told(page)).toEqual([{ type: 'pilah-error', code: 'model-unreachable' }]);
  await page.unrouteAll();
  await choose(element, 'metal-1.jpg');
  await expect(element.getByRole('heading', { name: 'Metal' })).toBeVisible();
});

test('a page styles it by custom properties and parts', async ({ page }) => {
  const element = await openPage(page, '<pilah-classifier></pilah-classifier>');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'pilah-classifier { --pilah-accent: rgb(0 100 0) } pilah-classifier::part(button) { text-transform: uppercase }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const button = element.locator('[part=button]');
  await expect(button).toHaveCSS('background-color', 'rgb(0, 100, 0)');
  await expect(button).toHaveCSS('text-transform', 'uppercase');
});

test('disabled, by itself or by its fieldset, it takes no photo and sends no value', async ({
  page,
}) => {
  const element = await openPage(
    page,
    '<form><fieldset><pilah-classifier name="kind"></pilah-classifier></fieldset></form>',
  );
  await choose(element, 'metal-1.jpg');
  await expect(card(element)).toBeVisible();
  const sent = () => page.evaluate(() => [...new FormData(document.forms[0])].length);
  expect(await sent()).toBe(1);
  await page.evaluate(() => document.querySelector('fieldset')?.toggleAttribute('disabled'));
  await expect(element.locator('input')).toBeDisabled();
  expect(await sent()).toBe(0);
});

test('a form that is reset forgets the photo', async ({ page }) => {
  const element = await openPage(
    page,
    '<form><pilah-classifier name="kind"></pilah-classifier><button type="reset">Anew</button></form>',
  );
  await choose(element, 'metal-1.jpg');
  await expect(card(element)).toBeVisible();
  await page.getByRole('button', { name: 'Anew' }).click();
  await expect(card(element)).toHaveCount(0);
  expect(await shadowOf(element)).toBe('');
});

test('two on a page share one model, which ends with the last of them', async ({ page }) => {
  const manifests: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('manifest.json')) manifests.push(request.url());
  });
  await openPage(
    page,
    '<pilah-classifier></pilah-classifier><pilah-classifier></pilah-classifier>',
  );
  expect(page.workers()).toHaveLength(0);
  const both = await page.locator('pilah-classifier').all();
  for (const element of both) await choose(element, 'metal-1.jpg');
  for (const element of both) await expect(card(element)).toHaveAttribute('data-class', 'metal');
  expect(manifests).toHaveLength(1);
  await page.evaluate(() => document.querySelector('pilah-classifier')?.remove());
  await choose(page.locator('pilah-classifier'), 'glass-3.jpg');
  await expect(card(page.locator('pilah-classifier'))).toHaveAttribute('data-class', 'glass');
  expect(page.workers().length).toBeGreaterThan(0);
  await page.evaluate(() => document.querySelector('pilah-classifier')?.remove());
  await expect.poll(() => page.workers().length).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}, it breaks no rule of accessibility`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const element = await openPage(page, '<pilah-classifier></pilah-classifier>');
    const violations = async () => (await new AxeBuilder({ page }).analyze()).violations;
    expect(await violations()).toEqual([]);
    for (const sample of ['battery-1.jpg', 'battery-3.jpg', 'other-1.jpg']) {
      await choose(element, sample);
      await expect(element.getByRole('img', { name: sample })).toBeVisible();
      expect(await violations()).toEqual([]);
    }
  });
}
