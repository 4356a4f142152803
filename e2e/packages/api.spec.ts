/** `load()` and what it gives, from the built package, in a plain page with a strict content policy. */
import { expect, test } from '@playwright/test';
import { sampleBytes } from '../photos';
import { watchPage } from './embedding-page';
import type { FolderSite } from './folder-site';
import { commandLineAnswer } from './installed-example';
import { openPlainPage, servePlainPage } from './plain-page';

let site: FolderSite;

test.beforeAll(async () => {
  site = await servePlainPage();
});

test.afterAll(() => site[Symbol.asyncDispose]());

test('every kind of source gives the same answer, that of the command line; nothing else is asked', async ({
  page,
}) => {
  const { answered, faults } = watchPage(page, site.address);
  await openPlainPage(page, site.address);
  const answers = await page.evaluate(async () => {
    const pilah = await window.pilah.load();
    const file = await window.sample('metal-1.jpg');
    const image = new Image();
    image.src = '/samples/metal-1.jpg';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D; // as: a new canvas has one
    context.drawImage(image, 0, 0);
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = canvas.captureStream();
    await video.play();
    const sources = {
      file,
      blob: new Blob([file]),
      image,
      canvas,
      video,
      bitmap: await createImageBitmap(file),
      data: context.getImageData(0, 0, canvas.width, canvas.height),
    };
    const told = [];
    for (const [name, source] of Object.entries(sources)) {
      const { class: kind, probability } = await pilah.classify(source);
      told.push({ name, kind, probability });
    }
    return told;
  });
  const expected = await commandLineAnswer('metal-1.jpg');
  expect(answers).toHaveLength(7);
  for (const { name, kind, probability } of answers) {
    expect(kind, name).toBe('metal');
    // A video of a canvas comes in other colours.
    const distance = Math.abs(probability - expected.probability);
    expect(distance, name).toBeLessThan(name === 'video' ? 0.1 : 0.02);
  }
  expect(faults).toEqual([]);
  // The thread that reads photos is silent about not being found: then the engine's reads them.
  expect(answered).toContain('dist/pilah.reader.js');
});

test('the ranking is as long as topK; evidence is 49 numbers a class, whose sums tell classes apart', async ({
  page,
}) => {
  await openPlainPage(page, site.address);
  const { short, photos } = await page.evaluate(async () => {
    const pilah = await window.pilah.load();
    const files = await Promise.all(['metal-1.jpg', 'paper-1.jpg'].map(window.sample));
    const maps = async (photo: File) => {
      const { ranking, evidence } = await pilah.classify(photo, { evidence: true });
      return pilah.info.classes.map((kind) => ({
        places: [...(evidence?.[kind] ?? [])],
        logProbability: Math.log(ranking.find((each) => each.class === kind)?.probability ?? 0),
      }));
    };
    const [first] = files;
    return {
      short: await pilah.classify(first as File, { topK: 3 }), // as: there are two
      photos: await Promise.all(files.map(maps)),
    };
  });
  expect(short).toMatchObject({ class: 'metal', verdict: 'sure' });
  expect(short.ranking).toHaveLength(3);
  expect(short.ranking[0]).toEqual({ class: short.class, probability: short.probability });
  expect(short).not.toHaveProperty('evidence');
  for (const classes of photos) {
    expect(classes.map(({ places }) => places.length)).toEqual(Array(9).fill(49));
    for (let place = 0; place < 49; place++) {
      expect(sum(classes.map(({ places }) => places[place] ?? 0))).toBeCloseTo(0, 3);
    }
  }
  // Between two photos a class's bias falls out: what is left is one factor, the calibration's temperature.
  const [one = [], other = []] = photos;
  const temperatures = one.slice(1).map((_, index) => {
    const gained = (by: (each: (typeof one)[number]) => number) =>
      [one, other]
        .map((photo) => difference(photo.map(by), index + 1))
        .reduce((first, second) => first - second);
    return gained(({ places }) => sum(places)) / gained(({ logProbability }) => logProbability);
  });
  for (const temperature of temperatures) expect(temperature).toBeCloseTo(temperatures[0] ?? 0, 2);
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const difference = ([first = 0, ...others]: readonly number[], index: number) =>
  (others[index - 1] ?? 0) - first;

test('info describes the model', async ({ page }) => {
  await openPlainPage(page, site.address);
  const { info, progress } = await page.evaluate(async () => {
    const told: { loadedBytes: number; totalBytes: number }[] = [];
    const pilah = await window.pilah.load({ onProgress: (each) => told.push(each) });
    pilah.dispose();
    return { info: pilah.info, progress: told };
  });
  expect(info.classes).toHaveLength(9);
  expect(info.figures?.perClass.map((each) => each.class)).toEqual(info.classes);
  expect(info.figures?.accuracy).toBeGreaterThan(0.85);
  expect(info.figures?.reliability.length).toBeGreaterThan(4);
  expect(info.backend).toMatchObject({ name: 'wasm' });
  expect(info.photoMs).toBeGreaterThan(0);
  expect(progress.at(-1)).toEqual({
    loadedBytes: info.downloadBytes,
    totalBytes: info.downloadBytes,
  });
});

test('what is disposed of, twice, rejects with its code and leaves no worker', async ({ page }) => {
  await openPlainPage(page, site.address);
  const reasons = await page.evaluate(async () => {
    const pilah = await window.pilah.load();
    const photo = await window.sample('metal-1.jpg');
    const underWay = window.reasonOf(pilah.classify(photo));
    pilah.dispose();
    pilah.dispose();
    const later = window.reasonOf(pilah.classify(photo));
    const many = window.reasonOf(pilah.classifyAll([photo]).next());
    return Promise.all([underWay, later, many]);
  });
  expect(reasons).toEqual(['disposed', 'disposed', 'disposed']);
  await expect.poll(() => page.workers().length).toBe(0);
});

test('an abort is its own reason: before and during the download, and during a photo', async ({
  page,
}) => {
  await openPlainPage(page, site.address);
  const { reasons, kind } = await page.evaluate(async () => {
    const aborted = (reason: string) => AbortSignal.abort(new Error(reason));
    const stop = new AbortController();
    const loading = window.pilah.load({
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('during')),
    });
    const before = window.reasonOf(window.pilah.load({ signal: aborted('before') }));
    const told = [await before, await window.reasonOf(loading)];
    const pilah = await window.pilah.load();
    const photo = await window.sample('metal-1.jpg');
    const job = new AbortController();
    const classifying = window.reasonOf(pilah.classify(photo, { signal: job.signal }));
    job.abort(new Error('photo'));
    told.push(await classifying);
    return { reasons: told, kind: (await pilah.classify(photo)).class };
  });
  expect(reasons).toEqual(['Error: before', 'Error: during', 'Error: photo']);
  expect(kind).toBe('metal');
});

test('what cannot be classified has a code', async ({ page }) => {
  await openPlainPage(page, site.address);
  const cut = [...sampleBytes('metal-1.jpg').subarray(0, 3_000)];
  // The same server by another name is another origin.
  const elsewhere = `${site.address.replace('localhost', '127.0.0.1')}samples/metal-1.jpg`;
  const codes = await page.evaluate(
    async ([bytes, address]) => {
      const pilah = await window.pilah.load();
      const closed = await createImageBitmap(await window.sample('metal-1.jpg'));
      closed.close();
      const tainted = new Image();
      tainted.src = address;
      await tainted.decode();
      const sources = {
        text: new Blob(['no photo']),
        cut: new Blob([new Uint8Array(bytes)]),
        other: {} as Blob, // as: what JavaScript may pass
        image: new Image(),
        canvas: Object.assign(document.createElement('canvas'), { width: 0 }),
        video: document.createElement('video'),
        closed,
        tainted,
      };
      const told: Record<string, string> = {};
      for (const [name, source] of Object.entries(sources)) {
        told[name] = await window.reasonOf(pilah.classify(source));
      }
      return told;
    },
    [cut, elsewhere] as const,
  );
  expect(codes).toEqual({
    text: 'not-jpeg-or-png',
    cut: 'photo-damaged',
    other: 'source-unsupported',
    image: 'source-empty',
    canvas: 'source-empty',
    video: 'source-empty',
    closed: 'source-empty',
    tainted: 'source-tainted',
  });
});

test('files that are not where they should be have a code', async ({ page }) => {
  await openPlainPage(page, site.address);
  const codes = await page.evaluate(() =>
    Promise.all([
      window.reasonOf(window.pilah.load({ assetsUrl: '/dist/nowhere' })),
      window.reasonOf(window.pilah.load({ modelUrl: '/dist/nowhere/manifest.json' })),
      window.reasonOf(window.pilah.load({ modelUrl: '/dist/pilah.js' })),
    ]),
  );
  expect(codes).toEqual(['worker-unreachable', 'model-missing', 'model-corrupt']);
  await expect.poll(() => page.workers().length).toBe(0);
});

test('many photos: answers in order, an error among them ends nothing, leaving the loop drops the rest', async ({
  page,
}) => {
  await openPlainPage(page, site.address);
  const { told, left } = await page.evaluate(async () => {
    const pilah = await window.pilah.load();
    const [metal, paper] = await Promise.all(['metal-1.jpg', 'paper-1.jpg'].map(window.sample));
    const photos = [metal, new Blob(['no photo']), paper] as Blob[]; // as: there are two
    const answers: string[] = [];
    for await (const { source, result, error } of pilah.classifyAll(photos, { topK: 1 })) {
      answers.push(`${photos.indexOf(source)} ${result ? result.class : error.code}`);
    }
    let taken = 0;
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) {
          taken++;
          yield metal as Blob; // as: above
        }
      } finally {
        isClosed = true;
      }
    }
    for await (const { result } of pilah.classifyAll(endless())) {
      if (result) break;
    }
    const afterwards = (await pilah.classify(paper as Blob)).class;
    return { told: answers, left: { taken, isClosed, afterwards } };
  });
  expect(told).toEqual(['0 metal', '1 not-jpeg-or-png', '2 paper']);
  expect(left).toMatchObject({ isClosed: true, afterwards: 'paper' });
  expect(left.taken).toBeLessThanOrEqual(3);
});

test('two on a page know nothing of each other', async ({ page }) => {
  await openPlainPage(page, site.address);
  const kind = await page.evaluate(async () => {
    const [one, other] = await Promise.all([window.pilah.load(), window.pilah.load()]);
    one.dispose();
    return (await other.classify(await window.sample('glass-3.jpg'))).class;
  });
  expect(kind).toBe('glass');
});
