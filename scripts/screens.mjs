/**
 * Takes pictures of every screen and state of the built site into docs/screens/, on phone and desktop, light and dark, in
 * both languages: `npm run build`, then `npm run screens`. With arguments, of those states only.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { ensureChromium } from './find-chromium.mjs';
import { ROOT } from './run-command.mjs';

const PORT = '4390';
const FOLDER = join(ROOT, 'docs', 'screens');
const SAMPLES = join(ROOT, 'public', 'samples');
const WEBP_QUALITY = 60;

/** @typedef {import('@playwright/test').Page} Page */

/** Each size, look and language stands beside two of the others. */
const LOOKS = [
  { name: 'phone-light-id', size: [390, 844], colorScheme: 'light', locale: 'id-ID' },
  { name: 'phone-dark-en', size: [390, 844], colorScheme: 'dark', locale: 'en-GB' },
  { name: 'desktop-light-en', size: [1280, 900], colorScheme: 'light', locale: 'en-GB' },
  { name: 'desktop-dark-id', size: [1280, 900], colorScheme: 'dark', locale: 'id-ID' },
];

/**
 * @typedef {object} State
 * @property {string} [address]
 * @property {(page: Page) => Promise<unknown>} [before] the page is opened
 * @property {(page: Page) => Promise<unknown>} [act] once it is there and, unless `before` kept it, the model ready
 */

/** @type {Record<string, State>} */
const STATES = {
  start: {},
  waiting: {
    before: (page) => page.route('**/*.bin*', () => {}),
    act: (page) => sort(page, 'glass-3.jpg', '[data-testid=working]'),
  },
  'model-failed': {
    before: (page) => page.route('**/manifest.json', (route) => route.abort()),
    act: (page) => sort(page, 'glass-3.jpg', '[data-engine=failed]'),
  },
  alert: { act: (page) => classify(page) },
  chosen: { act: (page) => choose(page, 'glass-3.jpg') },
  sure: { act: (page) => sort(page, 'glass-3.jpg') },
  danger: { act: (page) => sort(page, 'battery-1.jpg') },
  unsure: { act: (page) => sort(page, 'battery-3.jpg') },
  'not-waste': { act: (page) => sort(page, 'other-1.jpg') },
  why: {
    act: async (page) => {
      await sort(page, 'battery-1.jpg');
      await page.locator('article summary').click();
      await page.locator('article canvas').waitFor();
      await page.locator('article figure').scrollIntoViewIfNeeded();
    },
  },
  queue: {
    act: async (page) => {
      const photos = readdirSync(SAMPLES).filter((file) => file.endsWith('.jpg'));
      await choose(page, ...photos);
      await page.getByRole('option').first().waitFor();
      await classify(page);
      const names = new RegExp(`${photos.length} (dari|of) ${photos.length}`);
      await page.getByText(names).waitFor({ timeout: 120_000 });
      await page.locator('#queue-title').scrollIntoViewIfNeeded();
    },
  },
  report: {
    act: async (page) => {
      await page.evaluate(() => Object.assign(window, { print: () => {} }));
      await choose(page, 'glass-3.jpg', 'battery-1.jpg', 'other-1.jpg');
      await page.getByRole('option').first().waitFor();
      await classify(page);
      await page.getByText(/3 (dari|of) 3/).waitFor({ timeout: 120_000 });
      await page.emulateMedia({ media: 'print' });
      // Not seen in print, so it cannot be clicked as a person does.
      await page.getByRole('button', { name: /Cetak|Print/ }).dispatchEvent('click');
      await page.locator('.printed-report table').waitFor();
    },
  },
  camera: {
    act: async (page) => {
      await page.context().grantPermissions(['camera']);
      await page.getByRole('button', { name: /^(Kamera|Camera)$/ }).click();
      await page
        .locator('dialog button:enabled:has-text("foto"), dialog button:enabled:has-text("photo")')
        .waitFor();
    },
  },
  guide: { address: '#/guide' },
  'guide-search': {
    address: '#/guide',
    act: async (page) => {
      const english = await page.locator('html[lang=en]').count();
      await page.getByRole('searchbox').fill(english ? 'swolen batery' : 'batrai kembung');
      await page.locator('[data-item]').first().waitFor();
      await page.getByRole('searchbox').scrollIntoViewIfNeeded();
    },
  },
  poster: { address: '#/poster' },
  'class-card': { address: '#/guide/battery' },
  correction: {
    act: async (page) => {
      await sort(page, 'battery-3.jpg');
      await page.getByRole('button', { name: /Ini salah|This is wrong/ }).click();
      await page.locator('article ul button').first().click();
      await page.getByRole('button', { name: /ajari|teach/ }).scrollIntoViewIfNeeded();
    },
  },
  tips: {
    act: async (page) => {
      await sort(page, 'battery-3.jpg');
      await page.locator('#tips-title').scrollIntoViewIfNeeded();
    },
  },
  offered: {
    before: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
      }),
    act: (page) => page.locator('[data-engine=offered]').scrollIntoViewIfNeeded(),
  },
  settings: { address: '#/settings' },
  'settings-teach': {
    address: '#/settings',
    act: async (page) => {
      await page.getByRole('checkbox', { name: /Belajar|Learn/ }).check();
      await page.getByRole('checkbox', { name: /Belajar|Learn/ }).scrollIntoViewIfNeeded();
      await page.evaluate(() => window.scrollBy(0, 300));
    },
  },
  'history-empty': { address: '#/history' },
  history: {
    address: '#/history',
    act: async (page) => {
      await fillHistory(page);
      await page.locator('search').evaluate((search) => search.scrollIntoView());
    },
  },
  'history-found': {
    address: '#/history',
    act: async (page) => {
      await fillHistory(page);
      await page.locator('search select').selectOption('glass');
      await page.locator('search').scrollIntoViewIfNeeded();
    },
  },
  'history-deleted': {
    address: '#/history',
    act: async (page) => {
      await fillHistory(page);
      await page.locator('article button').first().click();
      await page.getByRole('button', { name: /Urungkan|Undo/ }).scrollIntoViewIfNeeded();
    },
  },
  model: { address: '#/model' },
  'model-plots': {
    address: '#/model',
    act: async (page) => {
      const plots = page.getByRole('img');
      await plots.last().waitFor();
      await page.getByRole('figure').filter({ has: plots }).first().scrollIntoViewIfNeeded();
      await plots.nth(1).scrollIntoViewIfNeeded();
    },
  },
  'not-found': { address: '#/nowhere' },
};

const asked = process.argv.slice(2);
const states = Object.entries(STATES).filter(
  ([name]) => asked.length === 0 || asked.includes(name),
);
if (asked.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const server = spawn(process.execPath, [join(ROOT, 'scripts', 'serve.mjs')], {
  env: { ...process.env, PORT },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const executablePath = await ensureChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-background-networking', '--use-fake-device-for-media-stream'],
});
try {
  for (const look of LOOKS) {
    for (const [name, state] of states) await take(look, name, state);
  }
} finally {
  await browser.close();
  server.kill();
}

/**
 * @param {typeof LOOKS[number]} look
 * @param {string} stateName
 * @param {State} state
 */
async function take({ name, size, colorScheme, locale }, stateName, state) {
  const { address = '#/', before, act } = state;
  const [width = 0, height = 0] = size;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
    locale,
    hasTouch: name.startsWith('phone'),
    isMobile: name.startsWith('phone'),
  });
  await before?.(page);
  await page.goto(`http://localhost:${PORT}/${address}`);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  if (!before && (address === '#/' || address === '#/model')) {
    await page.locator('[data-engine=ready]').waitFor({ timeout: 120_000 });
  }
  await act?.(page);
  // Lazy pictures and fonts of the screen that has just appeared.
  await page.waitForTimeout(300);
  const png = await page.screenshot();
  await sharp(png)
    .webp({ quality: WEBP_QUALITY })
    .toFile(join(FOLDER, `${stateName}-${name}.webp`));
  await page.context().close();
}

/** @param {Page} page @param {string[]} samples */
async function choose(page, ...samples) {
  const files = samples.map((sample) => join(SAMPLES, sample));
  await page.locator('input[type=file]').first().setInputFiles(files);
  if (samples.length === 1) await page.locator('main img[src^="blob:"]').waitFor();
}

/** @param {Page} page */
function classify(page) {
  return page
    .getByRole('button', { name: /klasifikasikan|classify/i })
    .first()
    .click();
}

/** @param {Page} page @param {string} sample */
async function sort(page, sample, result = 'article[data-verdict]') {
  await choose(page, sample);
  await classify(page);
  await page.locator(result).waitFor({ timeout: 120_000 });
}

/** Brings in a file as the page itself writes it: samples, a day apart. @param {Page} page */
async function fillHistory(page) {
  /** @type {[string, string, number, string, string?][]} */
  const answers = [
    ['glass-3.jpg', 'glass', 0.98, 'sure'],
    ['battery-1.jpg', 'battery', 0.99, 'sure'],
    ['glass-2.jpg', 'metal', 0.71, 'unsure', 'glass'],
    ['other-1.jpg', 'paper', 0.22, 'not-waste'],
    ['plastic-3.jpg', 'plastic', 0.93, 'sure'],
    ['e-waste-3.jpg', 'metal', 0.88, 'sure', 'e-waste'],
    ['organic-1.jpg', 'organic', 0.97, 'sure'],
  ];
  const entries = await Promise.all(
    answers.map(async ([sample, answer, probability, verdict, corrected], index) => {
      const small = sharp(join(SAMPLES, sample)).resize(96, 96, { fit: 'inside' });
      return {
        timeMs: Date.UTC(2026, 10, 20 - index, 3, 41 - index),
        answer,
        probability,
        verdict,
        ...(corrected ? { corrected } : {}),
        thumbnail: (await small.jpeg({ quality: 70 }).toBuffer()).toString('base64'),
      };
    }),
  );
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Ambil dari berkas|Bring in a file/ }).click();
  await (await chooser).setFiles({
    name: 'history.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ kind: 'pilah-history', format: 1, entries })),
  });
  await page.locator('article img').first().waitFor();
}
