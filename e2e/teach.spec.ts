/** "This is wrong" and "Teach my Pilah": corrections are kept, and change answers where a person wants that. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { MODEL_VERSION } from '../src/domain/model-version';
import { openHistory, rows } from './history-page';
import { jpegPhoto, sampleImage, samplePath } from './photos';
import { openPilah, type Photo, type PilahPage } from './pilah-page';
import { test } from './pilah-test';

/** Which the shipped model takes for e-waste, from every side. */
const OBJECT = 'battery-3.jpg';
const RIGHT = 'Baterai';
const SIDES = [0, 1, 2, 3, 4, 5] as const;

test('this is wrong: the right kind is named, and the history shows both', async ({ page }) => {
  const pilah = await openPilah(page);
  const { classId } = await pilah.sort(samplePath(OBJECT));
  expect(classId).toBe('e-waste');
  await correct(pilah, RIGHT);
  await expect(pilah.card).toContainText('Dicatat: ini Baterai.');
  await openHistory(page);
  await expect(rows(page)).toContainText(
    /Belum yakin: E-limbah \(elektronik\).*Menurut Anda: Baterai/s,
  );
});

test('teach my Pilah is off by default: a correction changes no answer', async ({ page }) => {
  const pilah = await openPilah(page);
  const before = await pilah.sort(samplePath(OBJECT));
  await correct(pilah, RIGHT);
  expect(await pilah.sort(samplePath(OBJECT))).toEqual(before);
});

test('five corrections of one object: a sixth photo comes out right, the shipped set’s accuracy holds, and one press forgets it all', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await teachFive(pilah);
  const sixth = await side(5);
  expect(await pilah.sort(sixth)).toMatchObject({ classId: 'battery' });
  await expect(pilah.card).toContainText('Jawaban ini mengikuti yang Anda ajarkan');
  await expect(pilah.card).not.toContainText('Dari 100 foto');

  await openSettings(page);
  const main = page.getByRole('main');
  await expect(main).toContainText('5 pelajaran.');
  const [, after, before] =
    /(\d+) dijawab benar, sebelumnya (\d+)/.exec(await main.innerText()) ?? [];
  expect(Number(before)).toBeGreaterThan(80);
  expect(Number(after)).toBeGreaterThanOrEqual(Number(before) - 1);

  await page.getByRole('button', { name: 'Lupakan semua pelajaran' }).click();
  await expect(page.getByText('Semua pelajaran sudah dihapus.')).toBeVisible();
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
  expect(await pilah.sort(sixth)).toMatchObject({ classId: 'e-waste' });
});

test('lessons are there at the next visit, and without the switch answers are the shipped model’s', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await teachFive(pilah);
  await page.reload();
  const sixth = await side(5);
  expect(await pilah.sort(sixth)).toMatchObject({ classId: 'battery' });
  await openSettings(page);
  await page.getByRole('checkbox', { name: 'Belajar dari koreksi saya' }).uncheck();
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
  expect(await pilah.sort(sixth)).toMatchObject({ classId: 'e-waste' });
});

test('lessons leave and come back as a file, which the command line takes too', async ({ page }, {
  outputDir,
}) => {
  const pilah = await openPilah(page);
  await teachFive(pilah);
  const sixth = await side(5);
  const taught = await pilah.sort(sixth);
  await openSettings(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan pelajaran' }).click();
  const file = `${outputDir}/lessons.json`;
  await (await download).saveAs(file);

  const photo = `${outputDir}/sixth.jpg`;
  await sampleSide(5).toFile(photo);
  const lines = [await classify('--taught', file, photo), await classify(photo)];
  expect(lines.map(({ class: id }) => id)).toEqual(['battery', 'e-waste']);
  expect(Math.abs((lines[0]?.probability ?? 0) - taught.probability)).toBeLessThan(0.02);

  await page.getByRole('button', { name: 'Lupakan semua pelajaran' }).click();
  await expect(page.getByText('Semua pelajaran sudah dihapus.')).toBeVisible();
  await bringIn(page, readFileSync(file));
  await expect(page.getByRole('main')).toContainText('5 pelajaran.');
  await bringIn(page, readFileSync(file));
  await expect(page.getByText('Pilah sudah belajar dari ini.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('5 pelajaran.');
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
  expect(await pilah.sort(sixth)).toMatchObject({ classId: 'battery' });
});

test('what would spoil other answers is undone, and a file that is none is refused', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await teachFive(pilah);
  await openSettings(page);
  await bringIn(page, Buffer.from(spoilingLessons()));
  await expect(page.getByText('Pelajaran ini akan merusak jawaban lain')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('5 pelajaran.');
  await bringIn(page, Buffer.from('{"format":1}'));
  await expect(page.getByRole('alert')).toContainText(
    'tidak berisi pelajaran untuk versi model ini',
  );
  await expect(page.getByRole('main')).toContainText('5 pelajaran.');
  await page.getByRole('link', { name: 'Foto', exact: true }).click();
  expect(await pilah.sort(await side(5))).toMatchObject({ classId: 'battery' });
});

test('what lessons are checked by does not come: said, and the answer stays', async ({ page }) => {
  await page.route('**/check-photos.json', (route) => route.abort());
  const pilah = await openPilah(page);
  await pilah.sort(samplePath(OBJECT));
  await correct(pilah, RIGHT);
  await page.getByRole('button', { name: 'Ya, ajari Pilah saya' }).click();
  await expect(pilah.card).toContainText('Bagian halaman itu tidak dapat diunduh.');
  await expect(pilah.card).toHaveAttribute('data-class', 'e-waste');
  await page.unroute('**/check-photos.json');
  await pilah.sort(samplePath(OBJECT));
  await correct(pilah, RIGHT);
  await expect(pilah.card).toContainText('Pilah sudah belajar dari ini.');
});

test('how to take a good photo is said after the first unsure answer, until it was read', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  const tips = page.getByRole('region', { name: 'Supaya fotonya jelas' });
  await pilah.sort(samplePath('glass-1.jpg'));
  await expect(tips).toHaveCount(0);
  expect(await pilah.sort(samplePath(OBJECT))).toMatchObject({ verdict: 'unsure' });
  await expect(tips).toBeVisible();
  await tips.getByRole('button', { name: 'Mengerti' }).click();
  await expect(tips).toHaveCount(0);
  await page.reload();
  await pilah.sort(samplePath(OBJECT));
  await expect(pilah.card).toHaveAttribute('data-verdict', 'unsure');
  await expect(tips).toHaveCount(0);
});

/** Sorted together, before anything is learnt, then corrected one by one. */
async function teachFive(pilah: PilahPage): Promise<void> {
  const { page } = pilah;
  await pilah.chooser.setInputFiles(await Promise.all(SIDES.slice(0, 5).map(side)));
  await pilah.classifyButton.first().click();
  await expect(page.getByText('Selesai: 5 dari 5')).toBeVisible({ timeout: 60_000 });
  for (const view of SIDES.slice(0, 5)) {
    await page.getByRole('option').nth(view).click();
    await expect(page.getByText(`side-${view}.jpg`).first()).toBeVisible();
    await expect(pilah.card).toHaveAttribute('data-class', 'e-waste');
    await correct(pilah, RIGHT);
    if (view === 0) await page.getByRole('button', { name: 'Ya, ajari Pilah saya' }).click();
    await expect(pilah.card).toContainText('Pilah sudah belajar dari ini.');
  }
}

async function correct({ card }: PilahPage, kind: string): Promise<void> {
  await card.getByRole('button', { name: 'Ini salah' }).click();
  await card.getByRole('button', { name: kind, exact: true }).click();
}

/** The object, nearer each time, elsewhere in the photo, in another light. */
function sampleSide(view: number) {
  const inset = 4 * view;
  return sampleImage(OBJECT)
    .resize(400, 400, { fit: 'fill' })
    .extract({ left: inset, top: 2 * (5 - view), width: 400 - 2 * inset, height: 380 })
    .modulate({ brightness: 0.9 + 0.04 * view })
    .jpeg();
}

async function side(view: number): Promise<Photo> {
  return jpegPhoto(await sampleSide(view).toBuffer(), `side-${view}.jpg`);
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Pengaturan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pengaturan');
}

async function bringIn(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'lessons.json', mimeType: 'application/json', buffer };
  await page.getByRole('main').locator('input[type=file]').setInputFiles(file);
}

/** Photos of glass that are said to be organic, and look like those that the check knows. */
function spoilingLessons(): string {
  const text = readFileSync(`public/model/${MODEL_VERSION}/check-photos.json`, 'utf8');
  const { check, ...file }: { check: { class: string }[] } = JSON.parse(text);
  const glass = check.filter((photo) => photo.class === 'glass');
  return JSON.stringify({
    ...file,
    lessons: glass.map((photo) => ({ ...photo, class: 'organic' })),
  });
}

async function classify(...argv: string[]): Promise<{ class: string; probability: number }> {
  const command = ['node_modules/tsx/dist/cli.mjs', 'cli/main.ts', 'classify', '--json', ...argv];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout);
}
