/** Finds Firefox and WebKitGTK's driver on this machine, or installs them: for the end-to-end tests. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, which } from './run-command.mjs';

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const MINI_BROWSER_FOLDERS = ['/usr/lib', '/usr/libexec'];

/** An executable, or undefined. FIREFOX_PATH decides where it is set. */
export function findFirefox() {
  return process.env.FIREFOX_PATH ?? FIREFOX_NAMES.map(which).find(Boolean);
}

/** WebKitGTK's small browser, or undefined where that or what drives it is missing. */
export function findWebkit() {
  if (!which('WebKitWebDriver') || !which('xvfb-run')) return undefined;
  return MINI_BROWSER_FOLDERS.flatMap(miniBrowsersIn).find((path) => existsSync(path));
}

/** Debian has it in a folder of the processor's name. */
function miniBrowsersIn(/** @type {string} */ folder) {
  const inside = existsSync(folder) ? readdirSync(folder) : [];
  return ['', ...inside].map((name) => join(folder, name, 'webkit2gtk-4.1', 'MiniBrowser'));
}

/** Installs what is missing where that can be done. */
export function ensureEngines() {
  if (findFirefox() && findWebkit()) return;
  console.error('Firefox or WebKit is missing: installing them for the end-to-end tests ...');
  aptInstall('firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth');
}
