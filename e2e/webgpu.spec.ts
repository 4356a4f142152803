/** WebGPU computed in software: slow, but the same numbers as WebAssembly. */
import { expect, type Page } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';
import { watchPolicy } from './policy-watch';

const SLOW_MS = 280_000;

async function skipWithoutAdapter(page: Page): Promise<void> {
  // Another address than the tests', which would else not load the page anew.
  await page.goto('./?adapter#/guide');
  const hasAdapter = await page.evaluate(async () =>
    Boolean(await navigator.gpu?.requestAdapter()),
  );
  test.skip(!hasAdapter, 'this Chromium has no software adapter');
}

test('WebGPU, asked for in the address, gives the answer of WebAssembly and breaks no policy', async ({
  page,
  baseURL,
}) => {
  await skipWithoutAdapter(page);
  await using policy = await watchPolicy(page, String(baseURL));
  const wasm = await openPilah(page, `${policy.url}?backend=wasm#/`);
  const expected = await wasm.sort(samplePath('metal-1.jpg'));

  const webgpu = await openPilah(page, `${policy.url}?backend=webgpu#/`);
  const { backend } = await webgpu.ready(SLOW_MS);
  expect(backend).toMatchObject({ name: 'webgpu', reason: 'requested' });
  const answer = await webgpu.sort(samplePath('metal-1.jpg'), SLOW_MS);
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(0.01);
  expect(await policy.heard()).toEqual(['listening in main', 'listening in photo-reader']);
});

test('WebGPU computed in software is not taken unasked', async ({ page }) => {
  await skipWithoutAdapter(page);
  const urls: string[] = [];
  page.context().on('request', (request) => urls.push(request.url()));
  const pilah = await openPilah(page);
  expect((await pilah.ready()).backend.name).toBe('wasm');
  expect(urls.filter((url) => /tfjs|vgg16|\/dist-/.test(url))).toEqual([]);
});
