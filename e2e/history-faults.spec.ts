/** Fault 13: an IndexedDB that is blocked, newer or corrupted. Photos are sorted all the same, and the history says what to do. */
import { expect } from '@playwright/test';
import {
  entryOf,
  expectKept,
  openHistoryWith,
  rows,
  stored,
  toHistory,
  toSorting,
} from './history-page';
import { samplePath } from './photos';
import { openPilah, type PilahPage } from './pilah-page';
import { test } from './pilah-test';

const UNAVAILABLE = 'Riwayat tidak dapat dibuka atau ditulis di sini';
const NEWER = 'ditulis oleh versi Pilah yang lebih baru';
/** Of this origin, and no page of Pilah. */
const ELSEWHERE = './samples/SOURCES.md';

async function sortsOn(pilah: PilahPage): Promise<void> {
  expect((await pilah.sort(samplePath('metal-1.jpg'))).classId).toBe('metal');
  await pilah.chooser.setInputFiles(['glass-3.jpg', 'battery-1.jpg'].map(samplePath));
  await pilah.classifyButton.first().click();
  await expect(pilah.page.getByText('Selesai: 2 dari 2')).toBeVisible({ timeout: 60_000 });
  await expect(pilah.alert).toHaveCount(0);
}

const BLOCKED: Record<string, () => void> = {
  'is denied, as by a setting': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  },
  'does not exist': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
  },
  'fails, as in private windows of some browsers': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget() as IDBOpenDBRequest;
      Object.assign(request, { error: new DOMException('private', 'InvalidStateError') });
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return request;
    };
  },
};

for (const [how, block] of Object.entries(BLOCKED)) {
  test(`an IndexedDB that ${how}: photos are sorted, the history says so and tries again`, async ({
    page,
  }) => {
    await page.addInitScript(`
      globalThis.mend = (() => {
        const { open } = IDBFactory.prototype;
        const database = indexedDB;
        return () => {
          IDBFactory.prototype.open = open;
          Object.defineProperty(window, 'indexedDB', { value: database, configurable: true });
        };
      })();
      (${block})()`);
    const pilah = await openPilah(page);
    await sortsOn(pilah);
    await toHistory(page);
    await expect(pilah.alert).toContainText(UNAVAILABLE);
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await expect(pilah.alert).toContainText(UNAVAILABLE);
    await page.evaluate('mend()');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await expectKept(page, 0);
    await expect(pilah.alert).toHaveCount(0);
    await toSorting(page);
    await pilah.sort(samplePath('glass-3.jpg'));
    await toHistory(page);
    await expectKept(page, 1);
  });
}

test('no room for one more entry: the photo is sorted, the history says that one is missing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const pilah = await openPilah(page);
  await sortsOn(pilah);
  await toHistory(page);
  await expectKept(page, 0);
  await expect(pilah.alert).toContainText(UNAVAILABLE);
  await page.getByRole('button', { name: 'Tutup pemberitahuan' }).click();
  await expect(pilah.alert).toHaveCount(0);
});

test('a database of a newer version stays as it is; photos are sorted, the history says to reload', async ({
  page,
}) => {
  await page.goto(ELSEWHERE);
  await page.evaluate(openRaw, 99);
  const pilah = await openPilah(page);
  await sortsOn(pilah);
  await toHistory(page);
  await expect(pilah.alert).toContainText(NEWER);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([
    { name: 'pilah', version: 99 },
  ]);
});

test('another tab that brings a newer version finds the way free, and this one sorts on', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('metal-1.jpg'));
  await toHistory(page);
  await expectKept(page, 1);
  const other = await page.context().newPage();
  await other.goto(ELSEWHERE);
  expect(await other.evaluate(openRaw, 2)).toBe('opened');
  await toSorting(page);
  await sortsOn(pilah);
  await toHistory(page);
  await expect(pilah.alert).toContainText(NEWER);
});

test('a tab with an older version that does not let go: photos are sorted, the history says to close it', async ({
  page,
}) => {
  const other = await page.context().newPage();
  await other.goto(ELSEWHERE);
  expect(await other.evaluate(openRaw, 1)).toBe('opened');
  // The next version of Pilah, as far as the browser can tell.
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, version = 1) {
      return open.call(this, name, version + 1);
    };
  });
  const pilah = await openPilah(page);
  await sortsOn(pilah);
  await toHistory(page);
  await expect(pilah.alert).toContainText('Tutup tab Pilah yang lain', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(pilah.alert).toContainText('Tutup tab Pilah yang lain');
  await other.close();
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expectKept(page, 0);
});

test('corrupted entries are left out and told of; deleting them leaves the others', async ({
  page,
}) => {
  await openHistoryWith(page, [
    await entryOf('2026-03-01', 'glass'),
    await entryOf('2026-03-02', 'metal'),
  ]);
  await page.evaluate(corrupt);
  await page.reload();
  await expectKept(page, 2);
  await expect(rows(page)).toHaveCount(2);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Sebagian riwayat rusak');
  // Of a picture that is none its kind stands there.
  await expect(rows(page).nth(1).locator('img')).toHaveCount(0);
  await expect(rows(page).nth(1).locator('svg').first()).toBeVisible();
  const pilah = await openPilah(page);
  await toSorting(page);
  await pilah.choose(samplePath('glass-3.jpg'));
  await pilah.classifyButton.click();
  await expect(pilah.card).toHaveAttribute('data-class', 'glass', { timeout: 60_000 });
  await toHistory(page);
  await expectKept(page, 3);
  // All that is deleted comes back as it lay there, damaged or not.
  const before = await stored(page);
  await page.getByRole('button', { name: 'Hapus semua' }).click();
  await expectKept(page, 0);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expectKept(page, 3);
  expect(await stored(page)).toEqual(before);
  await page.getByRole('button', { name: 'Hapus yang rusak' }).click();
  await expect(alert).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
  expect((await stored(page)).entries).toHaveLength(3);
});

test('the database is deleted while the page is open: the next answer is kept in a new one', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  await pilah.sort(samplePath('metal-1.jpg'));
  await toHistory(page);
  await expectKept(page, 1);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('pilah');
        request.onsuccess = resolve;
        request.onerror = reject;
        request.onblocked = reject;
      }),
  );
  await toSorting(page);
  await pilah.sort(samplePath('glass-3.jpg'));
  await toHistory(page);
  await expectKept(page, 1);
  await expect(rows(page).first()).toContainText('Kaca');
});

test('the history’s code does not come: photos are sorted, the history is asked for again', async ({
  page,
}) => {
  const pilah = await openPilah(page);
  let asked = 0;
  await page.route('**/assets/history-work-*.js', (route) => {
    asked += 1;
    return route.abort();
  });
  await sortsOn(pilah);
  const askedBefore = asked;
  await toHistory(page);
  // The screen asks by itself once: only then is it a person's turn.
  await expect.poll(() => asked).toBeGreaterThan(askedBefore);
  await expect(pilah.alert).toContainText('Bagian halaman itu tidak dapat diunduh.');
  await page.unroute('**/assets/history-work-*.js');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expectKept(page, 0);
});

/** In the page: opened past Pilah, and never closed. */
function openRaw(version: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('pilah', version);
    request.onsuccess = () => resolve('opened');
    request.onblocked = () => resolve('blocked');
    request.onerror = () => reject(request.error);
  });
}

/** In the page: nonsense beside what is there, and in place of the first picture. */
async function corrupt(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('pilah');
    request.onsuccess = () => resolve(request.result);
  });
  const writing = database.transaction(['history', 'thumbnails'], 'readwrite');
  const history = writing.objectStore('history');
  const good = { timeMs: 1, answer: 'glass', probability: 0.5, verdict: 'sure' };
  for (const nonsense of [
    {},
    { answer: ['glass'], timeMs: new Date() },
    { ...good, answer: 'uranium' },
    { ...good, probability: Number.NaN },
    { ...good, timeMs: -1 },
    { ...good, verdict: null },
    { ...good, id: 1.5 },
    { ...good, id: 'text' },
  ]) {
    history.put(nonsense);
  }
  writing.objectStore('thumbnails').put('<svg onload="alert(1)"/>', 1);
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
}
