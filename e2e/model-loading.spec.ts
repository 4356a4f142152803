/** The model on its way: what the page says meanwhile, when it fails, and when it comes broken or again. */
import { expect, type Page, type Request } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah, SHARDS } from './pilah-page';
import { test } from './pilah-test';

const RETRY = 'Muat model lagi';

/** Holds a route's handler until the test opens it. */
function closedGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

function recordShardRequests(page: Page): Request[] {
  const requests: Request[] = [];
  page.context().on('request', (request) => {
    if (request.url().includes('.bin')) requests.push(request);
  });
  return requests;
}

test('a photo classified while the model loads waits, says so, and is sorted then', async ({
  page,
}) => {
  const gate = closedGate();
  await page.route(SHARDS, async (route) => {
    await gate.opened;
    await route.continue();
  });
  const pilah = await openPilah(page);
  await pilah.choose(samplePath('metal-1.jpg'));
  await expect(pilah.preview).toBeVisible();
  await pilah.classifyButton.click();
  await expect(page.getByRole('main')).toContainText('Foto Anda menunggu');
  expect(await pilah.results()).toHaveLength(0);
  gate.open();
  const answer = await pilah.answerAfter(0);
  await expect(pilah.card).toHaveAttribute('data-class', answer.classId);
});

test('the download shows its bytes', async ({ page }) => {
  const gate = closedGate();
  let shards = 0;
  await page.route(SHARDS, async (route) => {
    shards += 1;
    if (shards > 2) await gate.opened;
    await route.continue();
  });
  const pilah = await openPilah(page);
  const progress = page.getByRole('progressbar', { name: 'Unduhan model' });
  await expect(progress).toBeVisible();
  await expect(pilah.engine).toHaveText(/Mengunduh model: \d+,\d\sMB dari \d+,\d\sMB/);
  await expect(pilah.engine).not.toContainText(/: 0,0\sMB/);
  gate.open();
  await expect(progress).toBeHidden({ timeout: 60_000 });
});

test('a shard with wrong bytes is fetched anew once', async ({ page }) => {
  const requests = recordShardRequests(page);
  await page.route('**/shard-01.bin*', (route) => route.fulfill({ body: 'not the shard' }), {
    times: 1,
  });
  const pilah = await openPilah(page);
  await pilah.ready();
  const fetches = requests.filter((request) => request.url().includes('shard-01.bin'));
  expect(fetches).toHaveLength(2);
});

test('a shard that stays wrong is an error, not an answer', async ({ page }) => {
  await page.route('**/shard-01.bin*', (route) => route.fulfill({ body: 'not the shard' }));
  const pilah = await openPilah(page);
  await expect(pilah.engine).toContainText('Berkas model yang diterima tidak utuh.');
  await expect(page.getByRole('button', { name: RETRY })).toBeVisible();
  const last = (await pilah.statuses()).at(-1);
  expect(last).toMatchObject({ kind: 'failed', failure: { code: 'model-corrupt' } });
});

test('after a reload the page works, with the model it already has', async ({ page }) => {
  const requests = recordShardRequests(page);
  const pilah = await openPilah(page);
  await pilah.ready();
  const first = await pilah.sort(samplePath('metal-1.jpg'));
  const fetches = requests.length;
  await page.reload();
  await pilah.ready();
  const again = await pilah.sort(samplePath('metal-1.jpg'));
  expect(again).toEqual(first);
  expect(requests).toHaveLength(fetches);
});
