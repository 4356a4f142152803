/** The history for its specs: made files and entries, and what lies in the database itself. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { HistoryEntry } from '../src/domain/history-entry';
import type { WasteClassId } from '../src/domain/waste-class';
import { sampleImage } from './photos';

export const HISTORY = './#/history';

/** As a file has it. */
export interface FileEntry extends Omit<HistoryEntry, 'id'> {
  thumbnail: string | null;
}

export function rows(page: Page): Locator {
  return page.getByRole('feed').getByRole('article');
}

export async function openHistory(page: Page): Promise<void> {
  await page.goto(HISTORY);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Riwayat Anda|Your history/);
}

/** What the page says of how many there are, which it does when it has read them. */
export async function expectKept(page: Page, count: number): Promise<void> {
  const words =
    count === 0 ? 'Belum ada jawaban di sini' : `Tersimpan ${count.toLocaleString('id')} dari`;
  await expect(page.getByText(words)).toBeVisible({ timeout: 30_000 });
}

let thumbnail: Promise<string> | undefined;

/** A small picture as the page itself makes them. */
export function smallPicture(): Promise<string> {
  thumbnail ??= sampleImage('metal-1.jpg')
    .resize(96, 96, { fit: 'inside' })
    .jpeg({ quality: 70 })
    .toBuffer()
    .then((bytes) => bytes.toString('base64'));
  return thumbnail;
}

/** @param day `2026-03-01`; noon there, so that the time zone does not matter */
export async function entryOf(
  day: string,
  answer: WasteClassId,
  more: Partial<FileEntry> = {},
): Promise<FileEntry> {
  return {
    timeMs: Date.parse(`${day}T12:00:00`),
    answer,
    probability: 0.9,
    verdict: 'sure',
    thumbnail: await smallPicture(),
    ...more,
  };
}

export async function someEntries() {
  return [
    await entryOf('2026-03-01', 'glass'),
    await entryOf('2026-03-02', 'metal', { corrected: 'glass' }),
    await entryOf('2026-03-03', 'paper', { verdict: 'unsure', probability: 0.55 }),
    await entryOf('2026-03-04', 'metal', { verdict: 'not-waste', probability: 0.2 }),
  ];
}

export function historyFile(entries: readonly unknown[], more: object = {}) {
  const content = { kind: 'pilah-history', format: 1, entries, ...more };
  return jsonFile(JSON.stringify(content));
}

export function jsonFile(text: string) {
  return { name: 'riwayat.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** Through the page's own chooser. */
export async function bringIn(
  page: Page,
  file: ReturnType<typeof jsonFile> | string,
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Ambil dari berkas|Bring in a file/ }).click();
  await (await chooser).setFiles(file);
}

/** Opens the screen with these entries in it. */
export async function openHistoryWith(page: Page, entries: readonly FileEntry[]): Promise<void> {
  await openHistory(page);
  await bringIn(page, historyFile(entries));
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(entries.length));
}

/** Written past the page, which must have made its database before: a minute apart, all kinds in turn, the last one now. */
export async function seed(page: Page, count: number): Promise<void> {
  await page.evaluate(
    async ({ count, picture }) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const kinds = ['battery', 'clothes', 'e-waste', 'glass', 'light-bulb', 'metal', 'organic'];
      const now = Date.now();
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('pilah');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const writing = database.transaction(['history', 'thumbnails'], 'readwrite');
      for (let index = 1; index <= count; index++) {
        writing.objectStore('history').put({
          id: index,
          timeMs: now - (count - index) * 60_000,
          answer: kinds[index % kinds.length],
          probability: (index % 100) / 100,
          verdict: index % 5 === 0 ? 'unsure' : 'sure',
          ...(index % 7 === 0 ? { corrected: 'paper' } : {}),
        });
        writing.objectStore('thumbnails').put(bytes, index);
      }
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onerror = reject;
      });
      database.close();
    },
    { count, picture: await smallPicture() },
  );
}

export function toHistory(page: Page): Promise<void> {
  return page.getByRole('link', { name: 'Riwayat' }).click();
}

export function toSorting(page: Page): Promise<void> {
  return page.getByRole('link', { name: 'Foto', exact: true }).click();
}

/** What is said to screen readers, too. */
export function expectSaid(page: Page, words: string): Promise<void> {
  return expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
}

export interface Stored {
  entries: HistoryEntry[];
  /** Latin-1, one letter a byte. */
  pictures: string[];
}

/** What lies in the database. */
export function stored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const answer = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('pilah'));
    const reading = database.transaction(['history', 'thumbnails']);
    const [entries, pictures] = await Promise.all([
      answer(reading.objectStore('history').getAll()),
      answer<Uint8Array[]>(reading.objectStore('thumbnails').getAll()),
    ]);
    database.close();
    const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);
    return { entries, pictures: pictures.map(latin1) };
  });
}
