/** Where and with what a photo was taken stands in its file: it goes into nothing that Pilah keeps or hands out. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { stored } from './history-page';
import { jpegPhoto, sampleImage } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

/** Stand in the photo, and nowhere else on earth. */
const MAKER = 'Kamera-Rahasia-7531';
const OWNER = 'Pemilik-Rahasia-8642';
/** 6° 10' 31.7531" S, 106° 49' 86.4213" E, as EXIF's whole numbers and as text. */
const TRACES = [MAKER, OWNER, 'Exif', 'GPS', '317531', '864213', '31.7531', '86.4213'];

test('a photo’s place, camera and owner are in no storage and in no file that leaves', async ({
  page,
}) => {
  await page.addInitScript(keepShared);
  const photo = await taggedPhoto();
  const pilah = await openPilah(page);
  await pilah.ready();
  await pilah.sort(jpegPhoto(photo, 'rumah.jpg'));

  const picture = await saved(page, /Simpan sebagai gambar/);
  const { exif, xmp, iptc, icc, comments } = await sharp(picture).metadata();
  expect({ exif, xmp, iptc, comments }).toEqual({});
  expect(icc?.toString('latin1') ?? '').not.toContain(MAKER);
  await pilah.card.getByRole('button', { name: 'Bagikan' }).click();
  await expect.poll(() => page.evaluate(() => window.sharedBytes.length)).toBe(2);
  const shared = await page.evaluate(() => window.sharedBytes);

  // The queue's files, and a row that was sorted there.
  await pilah.chooser.setInputFiles([jpegPhoto(photo, 'a.jpg'), jpegPhoto(photo, 'b.jpg')]);
  await pilah.classifyButton.first().click();
  await expect(page.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 60_000 });
  const csv = await saved(page, /CSV/);
  const json = await saved(page, /JSON/);

  // The history has all three, each with a picture drawn anew: nothing of the file is in it.
  const { entries, pictures } = await historyOf(page, 3);
  expect(Object.keys(entries[0] ?? {}).sort()).toEqual([
    'answer',
    'id',
    'probability',
    'timeMs',
    'verdict',
  ]);
  for (const small of pictures) {
    const { exif, xmp, iptc, icc, comments, width = 0, height = 0 } = await sharp(small).metadata();
    expect({ exif, xmp, iptc, icc, comments }).toEqual({});
    expect(Math.max(width, height)).toBe(96);
  }
  await page.getByRole('link', { name: 'Riwayat' }).click();
  const history = await saved(page, /Simpan ke berkas/);

  const kept = [...(await storedBytes(page)), ...(await databaseBytes(page))];
  // Something is kept, or this test would prove nothing: the model.
  expect(kept.join('').length).toBeGreaterThan(4e6);
  const all = { picture, csv, json, history, shared: latin1(shared), kept: latin1(kept) };
  for (const [where, bytes] of Object.entries(all)) {
    const text = bytes.toString('latin1');
    expect(text.length, where).toBeGreaterThan(0);
    // Short ones may stand by chance in weights, and in pictures as base64.
    const whole = ['kept', 'history'].includes(where)
      ? TRACES.filter((trace) => trace.length > 8)
      : TRACES;
    expect(
      whole.filter((trace) => text.includes(trace)),
      where,
    ).toEqual([]);
  }
});

/** A sample with all that phones write into photos; the test would be blind if it were not there. */
async function taggedPhoto(): Promise<Buffer> {
  const photo = await sampleImage('battery-1.jpg')
    .withExif({
      IFD0: { Make: MAKER, Artist: OWNER },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '6/1 10/1 317531/10000',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 49/1 864213/10000',
      },
    })
    .jpeg()
    .toBuffer();
  const { exif } = await sharp(photo).metadata();
  const tags = exif?.toString('latin1') ?? '';
  expect(tags).toContain(MAKER);
  expect(tags).toContain(OWNER);
  const latitude = Buffer.alloc(4);
  latitude.writeUInt32LE(317_531);
  expect(exif?.includes(latitude)).toBe(true);
  return photo;
}

/** Once it has so many answers: they are kept after they are shown. */
async function historyOf(page: Page, count: number) {
  await expect.poll(async () => (await stored(page)).pictures.length).toBe(count);
  const { entries, pictures } = await stored(page);
  return { entries, pictures: pictures.map((bytes) => Buffer.from(bytes, 'latin1')) };
}

async function saved(page: Page, button: RegExp): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return readFileSync(await (await download).path());
}

function latin1(texts: readonly string[]): Buffer {
  return Buffer.from(texts.join('\n'), 'latin1');
}

declare global {
  interface Window {
    /** What the device's share sheet got: words, then the picture's bytes. */
    sharedBytes: string[];
  }
}

/** Runs in the page, before its own code. */
function keepShared(): void {
  window.sharedBytes = [];
  navigator.canShare = () => true;
  navigator.share = async ({ text, files = [] } = {}) => {
    window.sharedBytes.push(String(text));
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      window.sharedBytes.push([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
    }
  };
}

/** All that this origin keeps: local and session storage, cookies, Cache Storage, its private file system. */
function storedBytes(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = [document.cookie];
    for (const storage of [localStorage, sessionStorage]) found.push(JSON.stringify(storage));
    const decoder = new TextDecoder('latin1');
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        found.push(request.url, decoder.decode(await response?.arrayBuffer()));
      }
    }
    const folder = await navigator.storage.getDirectory();
    const files: string[] = [];
    // Not in TypeScript's library yet.
    const { keys } = folder as FileSystemDirectoryHandle & { keys: () => AsyncIterable<string> };
    for await (const name of keys.call(folder)) files.push(name);
    // What it would hold is not read here.
    if (files.length > 0) throw new Error(`kept: ${JSON.stringify(files)}`);
    return found;
  });
}

/** All that is in any IndexedDB of this origin. */
function databaseBytes(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const answer = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const decoder = new TextDecoder('latin1');
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await answer(database.transaction(store).objectStore(store).getAll());
        found.push(
          ...values.map((value) =>
            value instanceof Uint8Array ? decoder.decode(value) : JSON.stringify(value),
          ),
        );
      }
      database.close();
    }
    return found;
  });
}
