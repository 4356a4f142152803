/** The main flow in the other two engines, Firefox and WebKit: docs/browsers.md says what each lacks. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ENGINES } from './engines/all';
import {
  button,
  EnginePage,
  type KnownAnswer,
  keptShards,
  MODEL_SHARDS,
  previewName,
} from './engines/engine-page';
import type { Tab } from './engines/tab';
import { sampleBytes, samplePath } from './photos';

/** What ncnn in Python answers for the samples. */
const KNOWN: Record<string, KnownAnswer> = JSON.parse(
  readFileSync(new URL('fixtures/python-golden.json', import.meta.url), 'utf8'),
);
/** Decoders differ by a level here and there. */
const DECODER_TOLERANCE = 0.02;

for (const { engine, openTab, hasCamera } of ENGINES) {
  test.describe(`${engine}`, () => {
    test.skip(engine === 'WebKit' && process.platform !== 'linux', 'WebKitGTK runs on Linux');
    // One browser for all: to start one and load the network takes longer than the tests.
    test.describe.configure({ mode: 'serial', timeout: 180_000 });
    let tab: Tab;
    let page: EnginePage;
    let site: string;

    test.beforeAll(async ({ baseURL }) => {
      site = String(baseURL);
      tab = await openTab();
      page = new EnginePage(tab);
      await tab.open(site);
      await tab.click(button('Indonesia'));
      await page.expectText('h1', 'Limbah ini masuk ke mana?');
      await page.expectText('[data-engine=ready]', /Model siap: sekitar .* per foto/);
    });

    test.afterAll(async () => tab?.close());

    test(`a sure, an unsure and a not-waste photo are answered as elsewhere: ${engine}`, async () => {
      for (const file of ['glass-1.jpg', 'battery-3.jpg', 'other-1.jpg']) {
        const answer = await page.sort(file);
        expect(answer.class, file).toBe(KNOWN[file]?.class);
        expect(answer.verdict, file).toBe(KNOWN[file]?.verdict);
        if (answer.verdict === 'sure') {
          const difference = answer.probability - (KNOWN[file]?.probability ?? 0);
          expect(Math.abs(difference), file).toBeLessThan(DECODER_TOLERANCE);
        }
      }
    });

    test(`it computes with our engine, and says why: ${engine}`, async () => {
      await page.expectText(
        '[data-engine=ready]',
        /WebAssembly karena browser ini tidak memberi jalan/,
      );
    });

    test(`the model is kept on the device: ${engine}`, async () => {
      expect(await tab.run(keptShards)).toBe(MODEL_SHARDS);
    });

    test(`the evidence is drawn over the photo: ${engine}`, async () => {
      await page.sort('battery-1.jpg');
      await tab.click('//article//summary');
      await expect.poll(() => page.look(drawnPixels)).toBeGreaterThan(1000);
    });

    test(`the answer has the focus and is announced: ${engine}`, async () => {
      await page.sort('metal-1.jpg');
      await expect.poll(() => page.look(() => document.activeElement?.localName)).toBe('article');
      await page.expectText('main [role=status]', 'Hasil: Logam');
    });

    test(`a file that is no photo is told, and the photo stays: ${engine}`, async () => {
      await page.choose('metal-1.jpg');
      await tab.run(dropFile, 'README', 'image/jpeg', '');
      await page.expectText('[role=alert]', /Kita hanya menerima file gambar/);
      expect(await tab.run(previewName)).toContain('metal-1.jpg');
      await tab.click(button('Tutup pemberitahuan'));
    });

    test(`a photo is dropped anywhere on the page: ${engine}`, async () => {
      const bytes = sampleBytes('paper-1.jpg').toString('base64');
      await tab.run(dropFile, 'dropped.jpg', 'image/jpeg', bytes);
      await expect.poll(() => page.look(previewName)).toContain('dropped.jpg');
    });

    test(`several photos go through the queue, by keyboard too: ${engine}`, async () => {
      const files = ['battery-1.jpg', 'glass-3.jpg', 'metal-1.jpg', 'organic-1.jpg'];
      await tab.chooseFiles(files.map(samplePath));
      await page.expectText('#queue-title', '4 foto dalam antrean');
      await tab.click(button('Klasifikasikan Limbah Anda'));
      await page.expectText('[aria-labelledby=queue-title]', /Selesai: 4 dari 4/, 60_000);
      const kinds = await tab.run(() =>
        [...document.querySelectorAll('[role=option]')].map((row) => row.textContent),
      );
      expect(kinds).toEqual([
        expect.stringContaining('Baterai'),
        expect.stringContaining('Kaca'),
        expect.stringContaining('Logam'),
        expect.stringContaining('Organik'),
      ]);
      await tab.run(() => document.querySelector<HTMLElement>('[role=listbox]')?.focus());
      await tab.press('ArrowDown');
      await tab.press('Delete');
      await page.expectText('#queue-title', '3 foto dalam antrean');
      await tab.press('Enter');
      await expect.poll(() => page.look(previewName)).toContain('metal-1.jpg');
    });

    if (hasCamera) {
      test(`the camera takes a photo: ${engine}`, async () => {
        await tab.click(button('Kamera'));
        await tab.click(`${button('Ambil fotonya')}[not(@disabled)]`);
        await expect.poll(() => page.look(isDialogOpen)).toBe(false);
        await expect.poll(() => page.look(previewName)).toContain('.jpg');
      });
    } else {
      test(`a camera that is not there is a sentence: ${engine}`, async () => {
        await tab.click(button('Kamera'));
        await page.expectText('dialog [role=alert]', /kamera/i);
        await tab.press('Escape');
        await expect.poll(() => page.look(isDialogOpen)).toBe(false);
      });
    }

    test(`language and look are chosen, and kept: ${engine}`, async () => {
      await tab.click(button('English'));
      await page.expectText('h1', 'Where does this waste go?');
      await tab.open(`${site}/#/settings`);
      await page.expectText('h1', 'Settings');
      await tab.run(chooseDark);
      await expect.poll(() => page.look(() => document.documentElement.dataset.theme)).toBe('dark');
      await tab.open(`${site}/#/guide/glass`);
      await tab.reload();
      await page.expectText('h1', 'Glass');
      const { lang, theme } = await tab.run(() => ({
        lang: document.documentElement.lang,
        theme: document.documentElement.dataset.theme,
      }));
      expect({ lang, theme }).toEqual({ lang: 'en', theme: 'dark' });
    });

    test(`a second visit is ready too, and tells how good the model is: ${engine}`, async () => {
      await tab.open(site);
      await page.expectText('[data-engine=ready]', /The model is ready/);
      await tab.click('//nav//a[normalize-space()="Model"]');
      await page.expectText('main', /Mean recall over the nine kinds/);
    });

    test(`the model is removed, then offered, and downloaded when asked: ${engine}`, async () => {
      // Not on the model page, where plots that come later move the button away.
      await tab.open(`${site}/#/settings`);
      await page.expectText(
        '[data-testid=device]',
        /All files of the model are kept on this device/,
      );
      await tab.click(button('Remove the model from this device'));
      await page.expectText('[data-testid=device]', /files are not kept on this device/);
      expect(await tab.run(keptShards)).toBe(0);
      await tab.reload();
      await page.expectText('[data-engine=offered]', /You removed the model from this device/);
      await tab.click(button('Fetch it again'));
      await page.expectText(
        '[data-testid=device]',
        /All files of the model are kept on this device/,
      );
      expect(await tab.run(keptShards)).toBe(MODEL_SHARDS);
    });
  });
}

// What follows runs in the page.

function isDialogOpen(): boolean {
  return document.querySelector('dialog') !== null;
}

function drawnPixels(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('article canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return 0;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, index) => index % 4 === 3 && value > 0).length;
}

function dropFile(name: string, type: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name, { type }));
  document
    .querySelector('footer')
    ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

/** As a person's choice from the list, which no driver here opens. */
function chooseDark(): void {
  const list = [...document.querySelectorAll('select')].find(({ options }) =>
    [...options].some(({ value }) => value === 'dark'),
  );
  if (!list) throw new Error('no list of looks');
  const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
  set?.call(list, 'dark');
  list.dispatchEvent(new Event('change', { bubbles: true }));
}
