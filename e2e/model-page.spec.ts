/**
 * "Model page: what the network is (a drawn picture of its blocks), the data, the honest figures with n and beside the
 * paper's (with what those are), [...] known weaknesses in plain words with example classes, which backend runs here,
 * why, and how fast, versions, licences." Its plots: model-plots.spec.ts.
 */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { messages, screenMessages } from '../src/content/languages/en';
import { MODEL_VERSION } from '../src/domain/model-version';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import {
  count,
  MEASURED,
  MODEL_ADDRESS,
  of100,
  PHOTOS,
  rowsOf,
  section,
  share,
  shippedManifest,
} from './model-page';
import { openPilah, openPilahWithoutModel } from './pilah-page';
import { test } from './pilah-test';

const { kinds, engine } = messages;
const { model: words } = screenMessages;
const { shipped, paper, stages, frozenHead } = MEASURED;

test.use({ locale: 'en-GB' });

test('what the network is: a drawn picture of its blocks, from the photo to nine kinds', async ({
  page,
}) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const network = section(page, words.network.title);
  await expect(network).toContainText('14,940,489 parameters');
  const stagesShown = network.getByRole('listitem');
  const texts = [
    'Photo224 × 224 × 3',
    'Block 12 convolutions → 112 × 112 × 64',
    'Block 22 convolutions → 56 × 56 × 128',
    'Block 33 convolutions → 28 × 28 × 256',
    'Block 43 convolutions → 14 × 14 × 512',
    'Block 53 convolutions → 7 × 7 × 512',
    'Last layer25,088 → 9 kinds',
  ];
  await expect(stagesShown).toHaveText(texts);
  // As many slabs of three faces as the block has convolutions, and a dot for each kind.
  const drawn = await stagesShown.evaluateAll((items) =>
    items.map((item) => item.querySelectorAll('svg path, svg circle').length),
  );
  expect(drawn).toEqual([3, 6, 6, 9, 9, 9, 9]);
});

test('the data: how many photos, from how many sources, and what each part was for', async ({
  page,
}) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const { n, train, validation, test: tested } = PHOTOS;
  const { n: waste, sources } = frozenHead.leaveOneSourceOut;
  const network = section(page, words.network.title);
  await expect(network).toContainText(
    `There are ${count(n)} photos: ${count(train)} to train with, ${count(validation)} to choose with, ${count(tested)} to test with.`,
  );
  await expect(network).toContainText(
    `${count(waste)} are photos of waste from ${sources.length} sources, and ${count(n - waste)} of other things`,
  );
});

test('the honest figures with n: the answer first, in plain words', async ({ page }) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  await expect(page.getByTestId('right-of-100')).toHaveText(of100(shipped.accuracy));
  const main = page.getByRole('main');
  await expect(main).toContainText(`measured on ${count(shipped.n)} test photos`);
  const { sureShare, sureAccuracy } = shipped.verdicts;
  await expect(main).toContainText(
    `sure of its answer for ${of100(sureShare)} of 100 photos of waste. Of 100 such sure answers, about ${of100(sureAccuracy)} are right`,
  );
  // Before anything else on the page that has a heading.
  const figure = await page.getByTestId('right-of-100').boundingBox();
  const heading = await page.getByRole('heading', { level: 2 }).first().boundingBox();
  expect(figure?.y).toBeLessThan(heading?.y ?? 0);
});

test('the honest figures beside the paper’s, with what those are', async ({ page }) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const comparison = section(page, words.compareTitle);
  expect(await rowsOf(comparison)).toEqual([
    [words.measure, words.ours, words.paper],
    [words.headline, share(shipped.macroRecall), share(paper.macroRecall)],
    [words.accuracy, share(shipped.accuracy), share(paper.accuracy)],
    [words.ece, share(shipped.expectedCalibrationError), share(paper.expectedCalibrationError)],
    [words.auroc, shipped.notWaste.auroc.toFixed(3), paper.notWaste.auroc.toFixed(3)],
    [words.sureShare, share(shipped.verdicts.sureShare), '–'],
    [words.sureAccuracy, share(shipped.verdicts.sureAccuracy), '–'],
    [words.otherSure, share(shipped.verdicts.otherSure), '–'],
    [words.count, count(shipped.n), count(paper.n)],
  ]);
  await expect(comparison).toContainText('69.77%: that is accuracy on its training photos');
  await expect(comparison).toContainText('64.45%: that is the softmax value of one single photo');
});

test('known weaknesses in plain words: the kind with the lowest recall, what it is taken for, and their cards', async ({
  page,
}) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const weaknesses = section(page, words.weak.title);
  const [lowest] = shipped.perClass.toSorted((a, b) => a.recall - b.recall);
  if (!lowest) throw new Error('no kinds');
  const counts = shipped.confusion[WASTE_CLASS_IDS.indexOf(lowest.id)] ?? [];
  const wrong = WASTE_CLASS_IDS.map((id, column) => ({ id, n: counts[column] ?? 0 }))
    .filter(({ id }) => id !== lowest.id)
    .sort((a, b) => b.n - a.n);
  const missed = wrong.reduce((sum, { n }) => sum + n, 0);
  const first = weaknesses.getByRole('listitem').first();
  await expect(first.getByRole('heading')).toHaveText(kinds[lowest.id]);
  await expect(first).toContainText(
    `Of ${count(lowest.n)} test photos, ${count(missed)} got a wrong answer.`,
  );
  const [most, next] = wrong;
  if (!most || !next) throw new Error('no mistakes');
  await expect(first).toContainText(
    `Most often taken for: ${kinds[most.id]} (${most.n}), ${kinds[next.id]} (${next.n}).`,
  );
  await expect(weaknesses).toContainText(
    `recognises ${of100(stages.street?.tuned ?? Number.NaN)} of 100 such photos (${stages.street?.n} test photos)`,
  );
  const { otherRejected, otherSure, sureAccuracy } = shipped.verdicts;
  await expect(weaknesses).toContainText(
    `${of100(otherRejected)} are turned away, but ${of100(otherSure)} are called sure`,
  );
  await expect(weaknesses).toContainText(`about ${of100(1 - sureAccuracy)} of 100 sure answers`);
  await first.getByRole('link', { name: `Card: ${kinds[most.id]}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(kinds[most.id]);
});

test('known weaknesses: another model tells its own', async ({ page }) => {
  const other = shippedManifest();
  const row = WASTE_CLASS_IDS.indexOf('battery');
  other.evaluation.shipped.perClass[row].recall = 0.3;
  other.evaluation.shipped.confusion[row] = [30, 0, 0, 0, 0, 0, 70, 0, 0];
  other.evaluation.stages.street = null;
  await page.route('**/manifest.json', (route) => route.fulfill({ json: other }));
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const weaknesses = section(page, words.weak.title);
  const first = weaknesses.getByRole('listitem').first();
  await expect(first).toContainText('Battery');
  await expect(first).toContainText('70 got a wrong answer. Most often taken for: Organic (70).');
  await expect(weaknesses).not.toContainText('New places');
  await expect(page.getByRole('figure', { name: words.perClassTitle })).toContainText(
    'lowest: Battery, 30.0%',
  );
});

test('which backend runs here, why, and how fast', async ({ page }) => {
  const pilah = await openPilah(page, MODEL_ADDRESS);
  const { backend, photoMs } = await pilah.ready();
  const device = section(page, words.device.title);
  await expect(device).toContainText(
    `${engine.backend[backend.name]} ${engine.reason[backend.reason]}`,
  );
  const seconds = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  await expect(device).toContainText(
    new RegExp(`about ${seconds.format(Math.max(0.1, photoMs / 1000))} seconds? a photo`),
  );
  await expect(device.getByRole('combobox', { name: words.computeOn })).toBeVisible();
});

test('versions and licences', async ({ page }) => {
  await openPilahWithoutModel(page, MODEL_ADDRESS);
  const about = section(page, words.aboutTitle);
  const fact = (name: string) =>
    about.getByText(name, { exact: true }).locator('xpath=following-sibling::dd[1]');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  await expect(fact(words.appVersion)).toHaveText(version);
  await expect(fact(words.version)).toHaveText(MODEL_VERSION);
  await expect(fact(words.licences)).toContainText('MIT');
  for (const [name, content] of [
    [words.packageLicences, '| d3-scale |'],
    [words.sampleSources, 'battery-1.jpg'],
  ] as const) {
    const address = await about.getByRole('link', { name }).getAttribute('href');
    const response = await page.request.get(`./${address}`);
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain(content);
  }
});
