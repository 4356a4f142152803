/** WebGL, the main way on people's machines, drawn by the software renderer: slow, but the same numbers as WebAssembly. */
import { expect } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

const SLOW_MS = 280_000;

test('WebGL, asked for in the address, gives the answer of WebAssembly', async ({ page }) => {
  const wasm = await openPilah(page, './?backend=wasm#/');
  expect((await wasm.ready()).backend.name).toBe('wasm');
  const expected = await wasm.sort(samplePath('metal-1.jpg'));

  const webgl = await openPilah(page, './?backend=webgl#/');
  const { backend } = await webgl.ready(SLOW_MS);
  expect(backend).toMatchObject({ name: 'webgl', reason: 'requested' });
  const answer = await webgl.sort(samplePath('metal-1.jpg'), SLOW_MS);
  expect(answer.classId).toBe(expected.classId);
  expect(Math.abs(answer.probability - expected.probability)).toBeLessThan(0.01);
});

test('WebGL drawn in software is not taken unasked, and the page says why', async ({ page }) => {
  const pilah = await openPilah(page);
  const { backend } = await pilah.ready();
  expect(backend).toMatchObject({ name: 'wasm', reason: 'software-renderer' });
  await expect(pilah.engine).toContainText('WebAssembly');
  await expect(pilah.engine).toContainText('digambar oleh perangkat lunak');
});
