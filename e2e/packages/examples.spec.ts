/** Each example from the packed tarball, installed and built as its README says, with the answer of the command line. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { sampleBytes, samplePath } from '../photos';
import { watchPage } from './embedding-page';
import { serveFolders } from './folder-site';
import { commandLineAnswer, installExample } from './installed-example';

/** Of which the network is neither sure nor wrong: a change of a few pixels shows. */
const SAMPLE = 'paper-1.jpg';

// npm waits for disk and registry, webpack makes TensorFlow.js small.
test.describe.configure({ mode: 'parallel' });

for (const name of ['react', 'vue', 'webpack', 'esbuild']) {
  test(`${name}: built, on a static host with a strict policy`, async ({ page }) => {
    await using example = await installExample(name);
    await example.npmRun('build');
    const dist = join(example.folder, 'dist');
    // Vite's is the whole page; the others' lies beside it.
    const isWhole = existsSync(join(dist, 'index.html'));
    await using site = await serveFolders({ '/': isWhole ? dist : example.folder });
    const { answered, faults } = watchPage(page, site.address);
    await page.goto(site.address);
    await expectAnswer(page, page.getByRole('status'));
    const tfjs = largestScript(dist);
    expect(answered.map((path) => basename(path))).not.toContain(tfjs);

    await askForTensorflow(page);
    const response = page.waitForResponse((given) => basename(given.url()) === tfjs);
    await page.reload();
    expect((await response).ok()).toBe(true);
    expect(faults).toEqual([]);
  });
}

test('vite dev finds worker and model, and React mounts twice without leaving a worker', async ({
  page,
}) => {
  await using example = await installExample('react');
  const address = await example.serve('dev', '--port', 'PORT', '--strictPort');
  const { faults } = watchPage(page, address);
  await page.goto(address);
  await expectAnswer(page, page.getByRole('status'));
  expect(page.workers().filter((worker) => /pilah\.worker/.test(worker.url()))).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('plain: load() and the element agree, no bundler between', async ({ page }) => {
  await using example = await installExample('plain');
  const address = await example.serve('start');
  const { faults } = watchPage(page, address);
  await page.goto(address);
  await expectAnswer(page, page.locator('#answer'));
  const element = page.locator('pilah-classifier');
  await element.locator('input').setInputFiles(samplePath(SAMPLE));
  await expect(element.getByRole('article')).toHaveAttribute('data-class', 'paper');
  expect(faults).toEqual([]);
});

test('plain: a file that is no photo, and a model that does not come, are sentences', async ({
  page,
}) => {
  await using example = await installExample('plain');
  await page.goto(await example.serve('start'));
  const notes = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') };
  await page.route('**/manifest.json', (route) => route.fulfill({ status: 404 }));
  await page.locator('#photo').setInputFiles(samplePath(SAMPLE));
  await expect(page.locator('#answer')).toHaveText('This did not work (model-missing).');
  await page.unroute('**/manifest.json');
  await page.locator('#photo').setInputFiles(notes);
  await expect(page.locator('#answer')).toHaveText('This is no JPEG or PNG photo.');
  await expectAnswer(page, page.locator('#answer'));
});

test('express: the form is filled in, and the server receives kind and photo', async ({ page }) => {
  await using example = await installExample('express');
  const address = await example.serve('start');
  const { faults } = watchPage(page, address);
  await page.goto(address);
  await page.getByLabel('Photo').setInputFiles(samplePath(SAMPLE));
  await expectShare(page.getByRole('status'));
  await expect(page.getByLabel('Kind')).toHaveValue('paper');
  await page.getByRole('button', { name: 'Send' }).click();
  const { length } = sampleBytes(SAMPLE);
  await expect(page.locator('body')).toHaveText(`Received: paper, a photo of ${length} bytes.`);
  expect(faults).toEqual([]);
});

test('express: what the person chooses is not overwritten; the server takes no other kind', async ({
  page,
}) => {
  await using example = await installExample('express');
  const address = await example.serve('start');
  await page.goto(address);
  let choose = () => {};
  const chosen = new Promise<void>((resolve) => {
    choose = resolve;
  });
  await page.route('**/shard-08.bin', (route) => chosen.then(() => route.continue()));
  await page.getByLabel('Photo').setInputFiles(samplePath(SAMPLE));
  await expect(page.locator('progress')).toBeVisible();
  await page.getByLabel('Kind').selectOption('glass');
  choose();
  await expect(page.locator('progress')).toBeHidden();
  await page.waitForTimeout(1_000); // in which an answer would come
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('body')).toHaveText(/^Received: glass/);
  const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: sampleBytes(SAMPLE) };
  const answer = await page.request.post(`${address}report`, {
    multipart: { kind: '<b>gold</b>', photo },
  });
  expect(answer.status()).toBe(400);
  expect(await answer.text()).not.toContain('gold');
});

/** As if the example had said `load({ backend: 'webgl' })`, without building it again. */
async function askForTensorflow(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest: unknown[]) {
      if (message.backend) message.backend.preference = 'webgl';
      Reflect.apply(postMessage, this, [message, ...rest]);
    };
  });
}

/** TensorFlow.js is larger than all else, whatever a bundler calls it. */
function largestScript(folder: string): string {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ name: basename(path), size: statSync(join(folder, path)).size }));
  return scripts.sort((a, b) => b.size - a.size)[0]?.name ?? '';
}

async function expectAnswer(page: Page, line: Locator): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(samplePath(SAMPLE));
  await expect(line).toContainText('paper');
  await expectShare(line);
}

/** What the command line says of the sample, as far as a page that rounds to percents can say it. */
async function expectShare(line: Locator): Promise<void> {
  const { class: kind, probability } = await commandLineAnswer(SAMPLE);
  expect(kind).toBe('paper');
  await expect(line).toContainText('%');
  const [, percent] = (await line.innerText()).match(/(\d+) %/) ?? [];
  expect(Math.abs(Number(percent) / 100 - probability)).toBeLessThan(0.02);
}
