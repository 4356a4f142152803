/** Faults that the other two engines let a test make: what Chromium survives, they survive too. */
import { expect, test } from '@playwright/test';
import { ENGINES } from './engines/all';
import { EnginePage, keptShards, MODEL_SHARDS } from './engines/engine-page';
import type { Tab } from './engines/tab';
import { cutOff, FaultySite, isShard } from './faulty-site';

for (const { engine, openTab } of ENGINES) {
  test.describe(`${engine}`, () => {
    test.skip(engine === 'WebKit' && process.platform !== 'linux', 'WebKitGTK runs on Linux');
    test.describe.configure({ mode: 'serial', timeout: 180_000 });
    let tab: Tab;
    let page: EnginePage;
    let site: string;

    test.beforeAll(async ({ baseURL }) => {
      site = String(baseURL);
      tab = await openTab();
      page = new EnginePage(tab);
    });

    test.afterAll(async () => tab?.close());

    test(`the network is cut at half of the model: said, and trying again goes on; a damaged shard is mended: ${engine}`, async () => {
      const faulty = new FaultySite();
      try {
        faulty.fault = (file, response, path) => {
          if (!isShard(file) || Number(/\d+/.exec(file)?.[0]) < MODEL_SHARDS / 2) return false;
          cutOff(response, path, 1000);
          return true;
        };
        await tab.open(await faulty.start());
        await page.expectText(
          '[data-engine=failed]',
          /cannot be downloaded|tidak dapat diunduh/,
          60_000,
        );
        faulty.fault = () => false;
        faulty.requests.length = 0;
        await tab.click('//*[@data-engine="failed"]//button');
        await page.expectText('[data-engine=ready]', /./);
        const again = new Set(faulty.requests.filter(isShard));
        expect(again.size).toBeLessThanOrEqual(Math.ceil(MODEL_SHARDS / 2));
        await expect.poll(() => page.look(keptShards)).toBe(MODEL_SHARDS);
        await tab.run(damageShard);
        await tab.reload();
        await page.expectText('[data-engine=ready]', /./);
        expect((await page.sort('metal-1.jpg')).class).toBe('metal');
      } finally {
        await faulty.stop();
      }
    });

    test(`the model’s cache is deleted while the page is open: sorting goes on, and it is kept again: ${engine}`, async () => {
      await tab.open(`${site}/#/`);
      await page.expectText('[data-engine=ready]', /./);
      await expect.poll(() => page.look(keptShards)).toBe(MODEL_SHARDS);
      await tab.run(deleteModelCaches);
      expect((await page.sort('glass-3.jpg')).class).toBe('glass');
      await tab.open(`${site}/#/settings`);
      await expect.poll(() => page.look(keptShards)).toBe(MODEL_SHARDS);
    });

    test(`an answer is kept in the history, and a damaged entry hides no other: ${engine}`, async () => {
      await tab.open(`${site}/#/`);
      await page.sort('metal-1.jpg');
      await tab.open(`${site}/#/history`);
      await page.expectText('[role=feed]', /Metal|Logam/);
      await tab.run(damageHistory);
      await tab.open(`${site}/#/guide`);
      await tab.open(`${site}/#/history`);
      await page.expectText('main', /history is damaged|riwayat rusak/);
      await page.expectText('[role=feed]', /Metal|Logam/);
    });

    test(`back to the page from another one, it sorts on: ${engine}`, async () => {
      await tab.open(`${site}/#/`);
      await tab.open(`${site}/THIRD_PARTY.md`);
      await tab.back();
      await page.expectText('[data-engine=ready]', /./);
      expect((await page.sort('paper-1.jpg')).class).toBe('paper');
    });
  });
}

// What follows runs in the page.

async function deleteModelCaches(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('pilah-model-')) await caches.delete(name);
  }
}

async function damageShard(): Promise<void> {
  const [name] = (await caches.keys()).filter((found) => found.startsWith('pilah-model-'));
  if (!name) throw new Error('no model is kept');
  const cache = await caches.open(name);
  const shard = (await cache.keys()).find(({ url }) => url.includes('.bin'));
  if (!shard) throw new Error('no shard is kept');
  await cache.put(shard, new Response(new Uint8Array(1000)));
}

async function damageHistory(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('pilah');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const writing = database.transaction('history', 'readwrite');
  writing.objectStore('history').put({ id: 999_999, timeMs: 'yesterday', answer: 'styrofoam' });
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
}
