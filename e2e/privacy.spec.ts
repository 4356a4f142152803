/** What leaves the device: requests for the site's own files, and nothing else. */
import { readdirSync } from 'node:fs';
import { expect, type Request } from '@playwright/test';
import { MODEL_VERSION } from '../src/domain/model-version';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

test('sorting a photo asks no other origin and sends no photo', async ({ page, baseURL }) => {
  const requests: Request[] = [];
  const sockets: string[] = [];
  page.context().on('request', (request) => requests.push(request));
  page.on('websocket', (socket) => sockets.push(socket.url()));

  const pilah = await openPilah(page);
  await pilah.ready();
  await pilah.sort(samplePath('metal-1.jpg'));

  const overNetwork = requests.filter((request) => !/^(blob|data):/.test(request.url()));
  const model = new URL(`../public/model/${MODEL_VERSION}`, import.meta.url);
  const shardFiles = readdirSync(model).filter((name) => name.endsWith('.bin'));
  const shardRequests = overNetwork.filter((request) => request.url().includes('.bin'));
  // The worker's requests are seen too, or this test would prove nothing.
  expect(shardRequests).toHaveLength(shardFiles.length);
  for (const request of overNetwork) {
    expect.soft(new URL(request.url()).origin).toBe(baseURL);
    expect.soft(request.method(), request.url()).toBe('GET');
    expect.soft(request.postDataBuffer(), request.url()).toBeNull();
  }
  expect(sockets).toEqual([]);
});
