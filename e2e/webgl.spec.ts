/** WebGL, the main way on people's machines, drawn by the software renderer: slow, but the same numbers as WebAssembly. */
import { expect, type Page } from '@playwright/test';
import { say } from './memory';
import { samplePath } from './photos';
import { inWorker, openPilah } from './pilah-page';
import { test } from './pilah-test';
import { watchPolicy } from './policy-watch';

const SLOW_MS = 280_000;
const TFJS = /tfjs|vgg16|\/dist-/;

/** The software renderer under a name that the page takes for a graphics processor. */
function disguiseRenderer(page: Page, then = ''): Promise<void> {
  return inWorker(
    page,
    `const { getParameter } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.getParameter = function (name) {
      return name === 0x9246 ? 'Test GPU' : getParameter.call(this, name);
    };
    ${then}`,
  );
}

/** What is allotted to textures and not given back. */
const COUNT_TEXTURES = `
  const bytesOf = new Map();
  const bound = new WeakMap();
  const gl = WebGL2RenderingContext.prototype;
  const { bindTexture, deleteTexture, texImage2D, texStorage2D } = gl;
  const TEXEL_BYTES = { [gl.R32F]: 4, [gl.R16F]: 2, [gl.RGBA32F]: 16, [gl.RGBA16F]: 8, [gl.RGBA]: 4, [gl.RGBA8]: 4 };
  gl.bindTexture = function (target, texture) {
    bound.set(this, texture);
    return bindTexture.call(this, target, texture);
  };
  const allot = (context, format, width, height) =>
    bytesOf.set(bound.get(context), (TEXEL_BYTES[format] ?? 4) * width * height);
  gl.texStorage2D = function (target, levels, format, width, height) {
    allot(this, format, width, height);
    return texStorage2D.apply(this, arguments);
  };
  gl.texImage2D = function (target, level, format, width, height) {
    if (typeof width === 'number' && typeof height === 'number') allot(this, format, width, height);
    return texImage2D.apply(this, arguments);
  };
  gl.deleteTexture = function (texture) {
    bytesOf.delete(texture);
    return deleteTexture.call(this, texture);
  };
  self.textureCount = () => ({
    textures: bytesOf.size,
    bytes: [...bytesOf.values()].reduce((sum, bytes) => sum + bytes, 0),
  });`;

test('WebGL, asked for in the address, gives the answer of WebAssembly and breaks no policy', async ({
  page,
  baseURL,
}) => {
  await using policy = await watchPolicy(page, String(baseURL));
  const wasm = await openPilah(page, `${policy.url}?backend=wasm#/`);
  expect((await wasm.ready()).backend.name).toBe('wasm');
  const expected = await wasm.sort(samplePath('metal-1.jpg'));

  const webgl = await openPilah(page, `${policy.url}?backend=webgl#/`);
  const { backend } = await webgl.ready(SLOW_MS);
  expect(backend).toMatchObject({ name: 'webgl', reason: 'requested' });
  const answer = await webgl.sort(samplePath('metal-1.jpg'), SLOW_MS);
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(0.01);
  expect(await policy.heard()).toEqual(['listening in main', 'listening in photo-reader']);
});

test('WebGL drawn in software is not taken unasked, and the page says why', async ({ page }) => {
  const pilah = await openPilah(page);
  const { backend } = await pilah.ready();
  expect(backend).toMatchObject({ name: 'wasm', reason: 'software-renderer' });
  await expect(pilah.engine).toContainText('WebAssembly');
  await expect(pilah.engine).toContainText('digambar oleh perangkat lunak');
});

test('the faster is found by measuring once, and remembered for the next visit', async ({
  page,
}) => {
  await disguiseRenderer(page);
  const urls: string[] = [];
  page.context().on('request', (request) => urls.push(request.url()));
  const pilah = await openPilah(page);
  const { backend } = await pilah.ready(SLOW_MS);
  expect(backend).toMatchObject({ name: 'wasm', renderer: 'Test GPU' });
  // Slower, or too slow to wait for: that depends on the machine.
  expect(['fastest', 'no-answer']).toContain(backend.reason);
  expect(urls.filter((url) => TFJS.test(url)).length).toBeGreaterThan(0);
  urls.length = 0;
  await page.reload();
  expect((await pilah.ready()).backend).toEqual(backend);
  expect(urls.filter((url) => TFJS.test(url))).toEqual([]);
});

test('photo after photo the graphics processor holds no more', async ({ page }) => {
  await inWorker(page, COUNT_TEXTURES);
  const pilah = await openPilah(page, './?backend=webgl#/');
  await pilah.ready(SLOW_MS);
  const held: { textures: number; bytes: number }[] = [];
  for (const sample of [
    'metal-1.jpg',
    'glass-1.jpg',
    'paper-1.jpg',
    'metal-2.jpg',
    'glass-3.jpg',
  ]) {
    await pilah.sort(samplePath(sample), SLOW_MS);
    const [worker] = page.workers().filter((candidate) => candidate.url().includes('/main-'));
    if (!worker) throw new Error('no worker');
    held.push(await worker.evaluate('textureCount()'));
  }
  const [first, ...later] = held;
  say(
    `WebGL textures after each photo: ${held.map(({ textures, bytes }) => `${textures} (${(bytes / 1e6).toFixed(1)} MB)`).join(', ')}`,
  );
  // Its weights, or this would count something else.
  expect(first?.bytes).toBeGreaterThan(50e6);
  expect(later).toEqual(later.map(() => first));
});

test('a graphics processor that is lost is started anew; lost again, the photo is sorted on the processor', async ({
  page,
}) => {
  await disguiseRenderer(
    page,
    `const { getContext } = OffscreenCanvas.prototype;
    const contexts = [];
    OffscreenCanvas.prototype.getContext = function (...request) {
      const context = getContext.apply(this, request);
      if (request[0] === 'webgl2') contexts.push(context);
      return context;
    };
    addEventListener('message', ({ data }) => {
      if (data.kind !== 'classify') return;
      for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
    })`,
  );
  const pilah = await openPilah(page, './?backend=webgl#/');
  expect((await pilah.ready(SLOW_MS)).backend.name).toBe('webgl');
  for (const name of ['webgl', 'wasm']) {
    const answer = await pilah.sort(samplePath('metal-1.jpg'), SLOW_MS);
    expect(answer.classId).toBe('metal');
    const last = (await pilah.statuses()).findLast((status) => status.kind === 'ready');
    expect(last?.backend.name).toBe(name);
  }
  await expect(pilah.engine).toContainText('berhenti');
});
