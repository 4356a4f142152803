/** Takes README's pictures of the built site into docs/screens/: `npm run build`, then `npm run screens`. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from './find-chromium.mjs';
import { ROOT } from './run-command.mjs';

const PORT = '4390';
const FOLDER = join(ROOT, 'docs', 'screens');
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** @typedef {{name: string, size: {width: number, height: number}, theme: 'light' | 'dark', language: string, sample?: string, address?: string}} Shot */

/** @type {Shot[]} */
const SHOTS = [
  {
    name: 'sure-desktop-light-en',
    size: DESKTOP,
    theme: 'light',
    language: 'en-GB',
    sample: 'glass-3.jpg',
  },
  {
    name: 'sure-phone-dark-id',
    size: PHONE,
    theme: 'dark',
    language: 'id-ID',
    sample: 'battery-1.jpg',
  },
  {
    name: 'model-desktop-light-en',
    size: DESKTOP,
    theme: 'light',
    language: 'en-GB',
    address: '#/model',
  },
];

mkdirSync(FOLDER, { recursive: true });
const server = spawn(process.execPath, [join(ROOT, 'scripts', 'serve.mjs')], {
  env: { ...process.env, PORT },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const executablePath = await ensureChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  for (const shot of SHOTS) await take(shot);
} finally {
  await browser.close();
  server.kill();
}

/** @param {Shot} shot */
async function take({ name, size, theme, language, sample, address = '#/' }) {
  const page = await browser.newPage({ viewport: size, colorScheme: theme, locale: language });
  await page.goto(`http://localhost:${PORT}/${address}`);
  await page.locator('[data-engine=ready]').waitFor({ timeout: 120_000 });
  if (sample) {
    await page.locator(`[data-sample="${sample}"]`).click();
    await page.getByRole('button', { name: /klasifikasikan|classify/i }).click();
    await page.locator('article[data-verdict]').waitFor({ timeout: 120_000 });
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: size === PHONE });
  await page.close();
}
