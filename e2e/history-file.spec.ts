/** The history as a file: saved, brought in once, refused where it is foreign or hostile. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import sharp from 'sharp';
import {
  bringIn,
  entryOf,
  expectKept,
  expectSaid,
  historyFile,
  jsonFile,
  openHistory,
  openHistoryWith,
  rows,
  smallPicture,
  someEntries,
  stored,
} from './history-page';
import { test } from './pilah-test';

test('what is saved to a file comes back from it, once', async ({ page }) => {
  await openHistoryWith(page, await someEntries());
  const before = await stored(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    kind: 'pilah-history',
    format: 1,
    entries: await someEntries(),
  });
  await rows(page).nth(0).getByRole('button', { name: 'Hapus jawaban ini' }).click();
  await expectKept(page, 3);
  await bringIn(page, file);
  await expectSaid(page, '1 jawaban ditambahkan. 3 sudah ada di sini.');
  await bringIn(page, file);
  await expectSaid(page, '0 jawaban ditambahkan. 4 sudah ada di sini.');
  await expectKept(page, 4);
  const after = await stored(page);
  const withoutIds = ({ entries }: typeof after) =>
    entries.map(({ id: _, ...entry }) => entry).sort((a, b) => a.timeMs - b.timeMs);
  expect(withoutIds(after)).toEqual(withoutIds(before));
  expect(after.pictures.toSorted()).toEqual(before.pictures.toSorted());
});

test('a file that is no history, or a hostile one, is refused with a sentence and changes nothing', async ({
  page,
}) => {
  const entries = await someEntries();
  await openHistoryWith(page, entries);
  const before = await stored(page);
  const good = await entryOf('2026-03-09', 'glass');
  const large = await sharp({ create: { width: 97, height: 9, channels: 3, background: '#567' } })
    .jpeg()
    .toBuffer();
  const foreign = {
    'no JSON': jsonFile('<!doctype html>'),
    'another format': historyFile([good], { format: 2 }),
    'another kind': historyFile([good], { kind: 'queue' }),
    'a kind of waste that there is not': historyFile([good, { ...good, answer: 'uranium' }]),
    'a probability of two': historyFile([{ ...good, probability: 2 }]),
    'a time that is none': historyFile([{ ...good, timeMs: 9e15 }]),
    'a key that nobody knows': historyFile([{ ...good, html: '<b>' }]),
    'a prototype': jsonFile(
      '{"kind":"pilah-history","format":1,"entries":[{"__proto__":{"answer":"glass"}}]}',
    ),
    'a picture that is none': historyFile([{ ...good, thumbnail: btoa('<svg/>') }]),
    'a picture that is too large': historyFile([{ ...good, thumbnail: large.toString('base64') }]),
    'a picture of too many bytes': historyFile([{ ...good, thumbnail: 'A'.repeat(40_000) }]),
    'too many entries': historyFile(
      Array.from({ length: 20_001 }, (_, timeMs) => ({ ...good, timeMs, thumbnail: null })),
    ),
  };
  for (const [what, file] of Object.entries(foreign)) {
    await bringIn(page, file);
    await expect(page.getByRole('alert'), what).toContainText('bukan riwayat Pilah yang utuh');
    await page.getByRole('button', { name: 'Tutup pemberitahuan' }).click();
  }
  expect(await stored(page)).toEqual(before);
});

test('metadata in a file’s pictures is not let in', async ({ page }) => {
  await openHistory(page);
  const tagged = await sharp(Buffer.from(await smallPicture(), 'base64'))
    .withExif({ IFD0: { Artist: 'Pemilik-Rahasia-8642' } })
    .jpeg()
    .toBuffer();
  const thumbnail = tagged.toString('base64');
  await bringIn(page, historyFile([await entryOf('2026-03-01', 'glass', { thumbnail })]));
  await expectKept(page, 1);
  await expect(rows(page).locator('img')).toHaveJSProperty('naturalWidth', 96);
  const [picture = ''] = (await stored(page)).pictures;
  expect((await sharp(Buffer.from(picture, 'latin1')).metadata()).exif).toBeUndefined();
  expect(picture).not.toContain('Rahasia');
});
