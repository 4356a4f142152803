/** What the page computes on where there is no GPU: our own engine, with threads or without, or TensorFlow.js. */
import { availableParallelism } from 'node:os';
import { expect, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { inWorker, openPilah } from './pilah-page';
import { test } from './pilah-test';

/** Names that the build gives to TensorFlow.js' code and WebAssembly. */
const TFJS = /tfjs|vgg16|\/dist-/;
/** Another address than the first, or the page would not load anew. */
const SECOND = './?backend=wasm#/';
const SLOW_MS = 120_000;

function recordRequests(page: Page): string[] {
  const urls: string[] = [];
  page.context().on('request', (request) => urls.push(request.url()));
  return urls;
}

test('the engine shares a photo between threads, and TensorFlow.js is not downloaded', async ({
  page,
}) => {
  const urls = recordRequests(page);
  const pilah = await openPilah(page);
  const { backend } = await pilah.ready();
  expect(backend).toMatchObject({
    name: 'wasm',
    threads: Math.min(availableParallelism(), 4),
  });
  await pilah.sort(samplePath('metal-1.jpg'));
  expect(urls.filter((url) => url.includes('/assets/')).length).toBeGreaterThan(2);
  expect(urls.filter((url) => url.includes('/photo-reader-'))).toHaveLength(1);
  expect(urls.filter((url) => TFJS.test(url))).toEqual([]);
});

test('on a host that does not isolate the page one thread gives the same answer', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await pilah.ready();
  const expected = await pilah.sort(samplePath('metal-1.jpg'));
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers['cross-origin-opener-policy'];
    delete headers['cross-origin-embedder-policy'];
    await route.fulfill({ response, headers });
  });
  const alone = await openPilah(page, SECOND);
  expect((await alone.ready()).backend).toMatchObject({ name: 'wasm', threads: 1 });
  expect(await alone.sort(samplePath('metal-1.jpg'))).toEqual(expected);
});

for (const [what, script] of [
  [
    'refused',
    `super(String(url).includes('engine-helper') ? new URL('missing.js', url) : url, options);`,
  ],
  [
    'never started, without a word',
    `super(url, options);
     if (String(url).includes('engine-helper')) this.postMessage = () => {};`,
  ],
] as const) {
  test(`a thread beside the engine that is ${what}: it works on one`, async ({ page }) => {
    await page.addInitScript(
      `globalThis.Worker = class extends globalThis.Worker {
        constructor(url, options) {
          ${script}
        }
      }`,
    );
    const pilah = await openPilah(page);
    expect((await pilah.ready()).backend).toMatchObject({ name: 'wasm', threads: 1 });
    expect(await pilah.sort(samplePath('metal-1.jpg'))).toMatchObject({ classId: 'metal' });
  });
}

test('when the thread that reads photos does not come, the waiting photo and the next are read', async ({
  page,
}) => {
  await page.addInitScript(
    `globalThis.Worker = class extends globalThis.Worker {
      constructor(url, options) {
        super(String(url).includes('photo-reader') ? new URL('missing.js', url) : url, options);
      }
    }`,
  );
  const pilah = await openPilah(page);
  await pilah.choose(samplePath('metal-1.jpg'));
  await pilah.classifyButton.click();
  expect(await pilah.answerAfter(0)).toMatchObject({ classId: 'metal' });
  expect(await pilah.sort(samplePath('paper-1.jpg'))).toMatchObject({ classId: 'paper' });
});

test('plain SIMD gives the answer of relaxed SIMD', async ({ page }) => {
  const pilah = await openPilah(page);
  await pilah.ready();
  const expected = await pilah.sort(samplePath('metal-1.jpg'));
  // 0x105 is the number of f32x4.relaxed_madd.
  await inWorker(
    page,
    `const { validate } = WebAssembly;
    WebAssembly.validate = (bytes) => !String(bytes).includes('253,133,2') && validate(bytes)`,
  );
  const plain = await openPilah(page, SECOND);
  expect((await plain.ready()).backend.name).toBe('wasm');
  const answer = await plain.sort(samplePath('metal-1.jpg'));
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(0.001);
});

test('without SIMD TensorFlow.js computes, and the page says so', async ({ page }) => {
  const pilah = await openPilah(page);
  await pilah.ready();
  const expected = await pilah.sort(samplePath('metal-1.jpg'));
  await inWorker(page, 'WebAssembly.validate = () => false');
  const slow = await openPilah(page, SECOND);
  const { backend } = await slow.ready(SLOW_MS);
  expect(backend).toMatchObject({ name: 'tfjs-wasm', reason: 'no-simd' });
  await expect(slow.engine).toContainText('tanpa instruksi vektor');
  const answer = await slow.sort(samplePath('metal-1.jpg'), SLOW_MS);
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(0.001);
});

test('where the engine computes wrong numbers TensorFlow.js takes over', async ({ page }) => {
  // The engine's last step is the only one that adds a bias in double precision.
  await inWorker(
    page,
    `const { from } = Float32Array;
    Float32Array.from = (list, map) =>
      list instanceof Float64Array ? new Float32Array(list.length) : from.call(Float32Array, list, map)`,
  );
  const pilah = await openPilah(page);
  const { backend } = await pilah.ready(SLOW_MS);
  expect(backend).toMatchObject({ name: 'tfjs-wasm', reason: 'engine-failed' });
});

test('without WebGL and WebGPU the engine computes, and the page says so', async ({ page }) => {
  await inWorker(
    page,
    `OffscreenCanvas.prototype.getContext = new Proxy(OffscreenCanvas.prototype.getContext, {
      apply: (get, canvas, [kind, options]) => kind === 'webgl2' ? null : get.call(canvas, kind, options),
    });
    Object.defineProperty(navigator, 'gpu', { value: undefined })`,
  );
  const pilah = await openPilah(page);
  expect((await pilah.ready()).backend).toMatchObject({ name: 'wasm', reason: 'no-gpu' });
  await expect(pilah.engine).toContainText('tidak memberi jalan ke prosesor grafis');
});

test('where no backend computes the golden numbers there is no answer, but a sentence', async ({
  page,
}) => {
  await page.route('**/manifest.json', async (route) => {
    const response = await route.fetch();
    const manifest = await response.json();
    manifest.golden.logits[4] += 1;
    await route.fulfill({ response, json: manifest });
  });
  const pilah = await openPilah(page);
  await expect(pilah.engine).toContainText('tidak dapat menjalankan model', { timeout: SLOW_MS });
  const last = (await pilah.statuses()).at(-1);
  expect(last).toMatchObject({ kind: 'failed', failure: { code: 'no-backend' } });
});

test('where workers have no canvas the page reads the photo, to the same answer', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await pilah.ready();
  const expected = await pilah.sort(samplePath('metal-1.jpg'));
  await inWorker(page, 'delete globalThis.OffscreenCanvas');
  await page.addInitScript('delete globalThis.OffscreenCanvas');
  const urls = recordRequests(page);
  const old = await openPilah(page, SECOND);
  expect(await old.sort(samplePath('metal-1.jpg'))).toEqual(expected);
  expect(urls.filter((url) => url.includes('/read-photo-'))).toHaveLength(1);
});

test('another backend is chosen on the model page, and the choice is kept', async ({ page }) => {
  const pilah = await openPilah(page, './#/model');
  const choice = page.getByRole('combobox', { name: 'Hitung dengan' });
  expect((await pilah.ready()).backend.reason).not.toBe('requested');
  await expect(choice).toHaveValue('auto');
  await choice.selectOption({ label: 'prosesor (WebAssembly)' });
  await expect(pilah.engine).toContainText('karena Anda memintanya');
  await page.reload();
  await expect(choice).toHaveValue('wasm');
  await expect(pilah.engine).toContainText('karena Anda memintanya');
});
