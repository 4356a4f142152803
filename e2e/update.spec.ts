/** A new version of the page: announced, let in when a person says so, and no tab breaks over it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { sampleFiles, samplePath } from './photos';
import { copyOfSite } from './test-site';
import { expectKept, test } from './visitor-test';

const NEWS = 'Ada versi baru Pilah.';
const MARK = 'the new version';

/** Puts a new version on the host: its page has a mark, and one part of the old page is gone. */
function publish(folder: string): void {
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8').replace(
    '<title>',
    `<meta name="test" content="${MARK}" /><title>`,
  );
  writeFileSync(page, html);
  const gone = readdirSync(join(folder, 'assets')).find((name) => name.startsWith('guide-screen-'));
  if (!gone) throw new Error('no part to take away');
  rmSync(join(folder, 'assets', gone));
  const integrity = `sha384-${createHash('sha384').update(html).digest('base64')}`;
  const worker = join(folder, 'sw.js');
  const list = readFileSync(worker, 'utf8')
    .replace(entry('index.html'), JSON.stringify({ url: 'index.html', revision: 'new', integrity }))
    .replace(new RegExp(`${entry(`assets/${gone}`).source},?`), '');
  writeFileSync(worker, list);
}

function entry(url: string): RegExp {
  return new RegExp(`\\{[^{}]*"url":"${url}"[^{}]*\\}`);
}

/** The browser does it by itself now and then, and on each visit. */
function lookForNews(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

/** Counts 1 in the new version, 0 in the old. */
function mark(page: Page): Locator {
  return page.locator(`meta[content="${MARK}"]`);
}

test('a version that comes while a queue runs waits for its end and for consent', async ({
  visitor,
  startSite,
}, testInfo) => {
  const folder = copyOfSite(testInfo.outputPath('site'));
  const site = await startSite({ folder });
  const pilah = await visitor.visit(site.address);
  const { page } = pilah;
  await expectKept(pilah);
  await pilah.chooser.setInputFiles([...sampleFiles, ...sampleFiles].map(samplePath));
  await pilah.classifyButton.first().click();
  publish(folder);
  await lookForNews(page);
  const notice = page.getByRole('region', { name: NEWS });
  const use = notice.getByRole('button', { name: 'Pakai versi baru' });
  await expect(notice).toContainText('setelah foto Anda selesai dipilah');
  await expect(use).toBeDisabled();
  const total = 2 * sampleFiles.length;
  await expect(page.getByText(`Selesai: ${total} dari ${total}`)).toBeVisible({ timeout: 60_000 });
  expect(await pilah.results()).toHaveLength(total);
  await expect(notice).toContainText('simpan dulu jawaban');
  await expect(mark(page)).toHaveCount(0);
  await use.click();
  await expect(mark(page)).toHaveCount(1);
  await expectKept(pilah);
  await expect(notice).toBeHidden();
  await site.goDown();
  await page.reload();
  await pilah.sort(samplePath('metal-1.jpg'));
  await expect(mark(page)).toHaveCount(1);
});

test('later: the old version stays, and the next visit tells of the new one again', async ({
  visitor,
  startSite,
}, testInfo) => {
  const folder = copyOfSite(testInfo.outputPath('site'));
  const site = await startSite({ folder });
  const pilah = await visitor.visit(site.address);
  await expectKept(pilah);
  publish(folder);
  await lookForNews(pilah.page);
  const notice = pilah.page.getByRole('region', { name: NEWS });
  await notice.getByRole('button', { name: 'Nanti saja' }).click();
  await expect(notice).toBeHidden();
  await pilah.page.reload();
  await expect(notice).toBeVisible();
  await expect(mark(pilah.page)).toHaveCount(0);
});

test('a second tab works on in the old version, whose files the host no longer has', async ({
  visitor,
  startSite,
}, testInfo) => {
  const folder = copyOfSite(testInfo.outputPath('site'));
  const site = await startSite({ folder });
  const first = await visitor.visit(site.address);
  await expectKept(first);
  const second = await visitor.visit(site.address);
  await second.choose(samplePath('metal-1.jpg'));
  await expect(second.preview).toBeVisible();
  publish(folder);
  await lookForNews(first.page);
  const use = (page: Page) => page.getByRole('button', { name: 'Pakai versi baru' });
  await use(first.page).click();
  await expect(mark(first.page)).toHaveCount(1);

  await second.page.bringToFront();
  await expect(mark(second.page)).toHaveCount(0);
  await second.classifyButton.click();
  await second.answerAfter(0);
  await second.page.getByRole('link', { name: 'Panduan' }).click();
  await expect(second.page.getByRole('heading', { name: 'Panduan sembilan' })).toBeVisible();
  await use(second.page).click();
  await expect(mark(second.page)).toHaveCount(1);
});
