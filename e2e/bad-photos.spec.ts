/** No file breaks the page: each ends in an answer or a sentence, and what lay on the table before still lies there. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { messages as id } from '../src/content/languages/id';
import { BAD_NAMES, BAD_PHOTOS, PLAIN_SAMPLE } from './bad-photos';
import { jpegPhoto, sampleBytes, samplePath } from './photos';
import { type Answer, openPilah, openPilahWithoutModel, overhang } from './pilah-page';
import { test } from './pilah-test';

/** No file may hold the page for longer. */
const HANG_MS = 10_000;
const { errors } = id;

let plain: Answer | undefined;

for (const { name, make, expected } of BAD_PHOTOS) {
  test(`${name}: ${outcomeInWords(expected)}`, async ({ pilah }, testInfo) => {
    const file = testInfo.outputPath('photo.jpg');
    writeFileSync(file, await make());
    plain ??= await pilah.sort(samplePath(PLAIN_SAMPLE));
    await pilah.choose(samplePath(PLAIN_SAMPLE));
    await expect(pilah.preview).toHaveAttribute('alt', new RegExp(PLAIN_SAMPLE));
    const before = await pilah.preview.getAttribute('src');
    if (isCode(expected)) {
      await pilah.choose(file);
      await expect(pilah.alert).toHaveText(errors[expected], { timeout: HANG_MS });
      await expect(pilah.preview).toHaveAttribute('src', before ?? '');
      await expect(pilah.preview).toHaveAttribute('alt', new RegExp(PLAIN_SAMPLE));
    } else {
      const answer = await pilah.sort(file, HANG_MS);
      if (typeof expected === 'number') {
        expect(answer.classId).toBe(plain.classId);
        expect(Math.abs(answer.probability - plain.probability)).toBeLessThan(expected);
      }
    }
    expect(await pilah.sort(samplePath(PLAIN_SAMPLE))).toEqual(plain);
  });
}

test('all of them in one queue: each ends by itself, as it does alone, and the good ones between them are sorted', async ({
  page,
}, testInfo) => {
  test.setTimeout(300_000);
  const good = samplePath(PLAIN_SAMPLE);
  const files = await filesOf(testInfo);
  const pilah = await openPilah(page);
  await pilah.chooser.setInputFiles([good, ...files, good]);
  await pilah.classifyButton.first().click();
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  const all = files.length + 2;
  await expect(queue.getByText(`Selesai: ${all} dari ${all}`)).toBeVisible({ timeout: 240_000 });
  const rows = await reported(page);
  expect(rows.map(({ error }) => error?.code)).toEqual([
    undefined,
    ...BAD_PHOTOS.map(({ expected }) => (isCode(expected) ? expected : undefined)),
    undefined,
  ]);
  expect(rows.at(-1)).toEqual(rows[0]);
});

test('a broken photo of the queue that is opened is told, and the one on the table stays', async ({
  page,
}) => {
  const pilah = await openPilahWithoutModel(page);
  await pilah.choose(samplePath('metal-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  const cutOff = jpegPhoto(sampleBytes(PLAIN_SAMPLE).subarray(0, 5000), 'cut.jpg');
  await pilah.chooser.setInputFiles([cutOff, jpegPhoto(sampleBytes('paper-1.jpg'), 'paper.jpg')]);
  await page.getByRole('option').first().click();
  await expect(pilah.alert).toHaveText(errors['photo-damaged']);
  await expect(pilah.preview).toHaveAttribute('alt', /metal-1/);
  await expect(page.getByRole('option').first().locator('img')).toHaveCount(0);
  await expect(page.getByRole('option').last().locator('img')).toHaveCount(1);
});

test('a file that was deleted after it was chosen is told, on the table and in the queue', async ({
  page,
}, testInfo) => {
  const gone = testInfo.outputPath('gone.jpg');
  const write = () => writeFileSync(gone, sampleBytes('metal-1.jpg'));
  const pilah = await openPilah(page);
  write();
  await pilah.choose(gone);
  await expect(pilah.preview).toBeVisible();
  rmSync(gone);
  await pilah.classifyButton.click();
  await expect(pilah.alert).toContainText(errors['file-unreadable']);
  write();
  await pilah.chooser.setInputFiles([gone, samplePath('paper-1.jpg')]);
  const rows = page.getByRole('option');
  await expect(rows).toHaveCount(2);
  rmSync(gone);
  await pilah.classifyButton.first().click();
  await expect(rows.first()).toContainText(errors['file-unreadable'], { timeout: 60_000 });
  await expect(rows.last()).toContainText('Kertas');
});

for (const [place, selector] of [
  ['into the bin', '.bin-body'],
  ['beside the bin', 'footer'],
] as const) {
  test(`a folder dropped ${place} is its photos, those in its folders too`, async ({
    page,
  }, testInfo) => {
    const folder = testInfo.outputPath('folder');
    await mkdir(join(folder, 'inner'), { recursive: true });
    writeFileSync(join(folder, 'a.jpg'), sampleBytes('metal-1.jpg'));
    writeFileSync(join(folder, 'inner', 'b.jpg'), sampleBytes('paper-1.jpg'));
    const pilah = await openPilahWithoutModel(page);
    await expect(pilah.classifyButton).toBeVisible();
    await dropPaths(page, selector, [folder]);
    await expect(page.getByRole('option')).toHaveCount(2);
    await expect(page.getByRole('listbox')).toContainText('a.jpg');
    await expect(page.getByRole('listbox')).toContainText('b.jpg');
    await expect(pilah.alert).toBeHidden();
  });
}

test('names are drawn as text, break no line and no export', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  const pilah = await openPilah(page);
  const buffer = sampleBytes('metal-1.jpg');
  await pilah.chooser.setInputFiles(BAD_NAMES.map((name) => jpegPhoto(buffer, name)));
  const queue = page.getByRole('region', { name: /foto dalam antrean/ });
  await pilah.classifyButton.first().click();
  const [done, count] = [BAD_NAMES.length, BAD_NAMES.length];
  await expect(queue.getByText(`Selesai: ${done} dari ${count}`)).toBeVisible({ timeout: 60_000 });
  expect((await reported(page)).map(({ file }) => file)).toEqual(BAD_NAMES);
  await queue.getByRole('option').nth(4).click();
  await expect(pilah.preview).toBeVisible();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overhang(page), `at ${width} px`).toBeLessThanOrEqual(0);
  }
  const drawn = await queue.getByRole('option').locator('.truncate:first-child').allInnerTexts();
  expect(drawn.length).toBeGreaterThan(4);
  expect(BAD_NAMES).toEqual(expect.arrayContaining(drawn));
  await page.emulateMedia({ media: 'print' });
  await queue.getByRole('button', { name: 'Cetak laporan' }).click({ force: true });
  await expect(page.locator('.printed-report tbody tr')).toHaveCount(BAD_NAMES.length);
  await page.setViewportSize({ width: 794, height: 1123 }); // A4 at 96 dots an inch
  expect(await overhang(page), 'on paper').toBeLessThanOrEqual(0);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
});

function isCode(expected: (typeof BAD_PHOTOS)[number]['expected']) {
  return typeof expected === 'string' && expected !== 'any-answer';
}

function outcomeInWords(expected: (typeof BAD_PHOTOS)[number]['expected']): string {
  if (typeof expected === 'number') return 'the answer of the plain photo';
  return expected === 'any-answer' ? 'an answer' : expected;
}

async function filesOf(testInfo: TestInfo): Promise<string[]> {
  const files: string[] = [];
  for (const [index, { make }] of BAD_PHOTOS.entries()) {
    const file = testInfo.outputPath(`${index}.jpg`);
    writeFileSync(file, await make());
    files.push(file);
  }
  return files;
}

/** The rows of the queue's JSON file. */
async function reported(page: Page): Promise<{ file: string; error?: { code: string } }[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /JSON/ }).click();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8')).map(
    ({ file, ...row }: { file: string }) => ({ ...row, file }),
  );
}

/** A real drop, which a page cannot make by itself: folders are in it. */
async function dropPaths(page: Page, selector: string, files: string[]): Promise<void> {
  const target = page.locator(selector);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`no ${selector}`);
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files, dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
}
