/** A new model version comes beside the old one, which serves its own tabs; it goes when nobody needs it. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { buildChangedSite } from './changed-site';
import { isShard } from './faulty-site';
import { failureOf, kept, test } from './faulty-site-test';
import { samplePath } from './photos';
import { openPilah, openPilahIn } from './pilah-page';

let next: string;

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the first parameter
test.beforeAll(({}, { project }) => {
  next = buildNextVersion(join(project.outputDir, 'next-version'));
});

test('two tabs of different versions both work; the old model goes when its tab is closed', async ({
  context,
  site,
}) => {
  const old = await openPilahIn(context);
  expect(await kept(old)).toBe('stored');
  await old.sort(samplePath('glass-1.jpg')); // its page is whole: this is about the model
  site.root = next;
  const current = await openPilahIn(context);
  expect(await kept(current)).toBe('stored');
  expect(await current.sort(samplePath('metal-1.jpg'))).toMatchObject({ classId: 'metal' });
  expect(await old.sort(samplePath('paper-1.jpg'))).toMatchObject({ classId: 'paper' });
  expect(await versions(current.page)).toEqual(['pilah-model-4', 'pilah-model-5']);
  await old.page.close();
  await current.page.reload();
  expect(await kept(current)).toBe('stored');
  await expect.poll(() => versions(current.page)).toEqual(['pilah-model-5']);
});

test('the old model stays while the new one is not complete, and while it computes wrong numbers', async ({
  page,
  site,
}) => {
  const pilah = await openPilah(page);
  expect(await kept(pilah)).toBe('stored');
  site.root = next;
  site.fault = (file, response) => {
    if (file !== 'shard-05.bin') return false;
    response.writeHead(404).end();
    return true;
  };
  await page.reload();
  expect(await failureOf(pilah)).toBe('model-missing');
  expect(await versions(page)).toEqual(['pilah-model-4', 'pilah-model-5']);
  site.fault = (file, response, path) => {
    if (file !== 'manifest.json') return false;
    response.end(readFileSync(path, 'utf8').replace('-3.02237', '3.02237'));
    return true;
  };
  await page.reload();
  expect(await failureOf(pilah)).toBe('no-backend');
  expect(await versions(page)).toEqual(['pilah-model-4', 'pilah-model-5']);
  site.fault = () => false;
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
  await expect.poll(() => versions(page)).toEqual(['pilah-model-5']);
});

test('the page of yesterday does not remove the model of today', async ({ page, site }) => {
  site.root = next;
  const pilah = await openPilah(page);
  expect(await kept(pilah)).toBe('stored');
  site.root = 'dist';
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
  site.root = next;
  site.requests.length = 0;
  await page.reload();
  expect(await kept(pilah)).toBe('stored');
  expect(site.requests.filter(isShard)).toEqual([]);
});

async function versions(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys());
  return names.filter((name) => name.startsWith('pilah-model-')).sort();
}

/** This site with its model under the next version's name. */
function buildNextVersion(folder: string): string {
  return buildChangedSite(folder, () => {
    const version = join(folder, 'src/domain/model-version.ts');
    const code = readFileSync(version, 'utf8');
    writeFileSync(version, code.replace("MODEL_VERSION = '4'", "MODEL_VERSION = '5'"));
    renameSync(join(folder, 'public/model/4'), join(folder, 'public/model/5'));
    const manifest = join(folder, 'public/model/5/manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/"version": ?"4"/, '"version":"5"'));
  });
}
