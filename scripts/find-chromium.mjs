/** Finds a Chromium on this machine, or installs one: for the end-to-end tests. */
import { existsSync } from 'node:fs';
import { answers, aptInstall, packageCommand, succeeds, which } from './run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** An executable that starts, or undefined. CHROMIUM_PATH decides where it is set. */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return chosen;
  const candidates = [...NAMES.map(which), await playwrightsOwn()];
  // A name on the PATH may be a stand-in that only says how to install the real one.
  return candidates.find((path) => path && answers([path, '--version']));
}

/** Like `findChromium`, but installs one first if there is none. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.error('There is no Chromium here: installing one for the end-to-end tests ...');
  aptInstall('chromium');
  const installed = await findChromium();
  if (installed) return installed;
  const playwright = packageCommand('@playwright/test/cli.js', 'install', 'chromium');
  succeeds(playwright);
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  succeeds([...playwright, '--with-deps']); // downloaded, but the system's libraries may be missing
  return findChromium();
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
