/** Hears what the content policy refuses, in the page and in each of its workers. */
import type { Page } from '@playwright/test';

const WORKERS = ['main', 'photo-reader', 'engine-helper'];
const REPORT = `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  new BroadcastChannel('policy').postMessage(effectiveDirective + ' ' + blockedURI));`;

export interface PolicyWatch {
  /** What was refused so far, as `directive address`, and `listening in <worker>` for each worker that was started. */
  heard(): Promise<string[]>;
}

/** Call before the page is opened. @param inMainWorker code that the page's worker runs before its own */
export async function watchPolicy(page: Page, inMainWorker = ''): Promise<PolicyWatch> {
  await page.addInitScript(`
    window.heardOfPolicy = [];
    new BroadcastChannel('policy').onmessage = ({ data }) => window.heardOfPolicy.push(data);
    ${REPORT}`);
  for (const worker of WORKERS) {
    await page.route(`**/assets/${worker}-*.js`, async (route) => {
      const response = await route.fetch();
      const hello = `new BroadcastChannel('policy').postMessage('listening in ${worker}');`;
      const own = worker === 'main' ? inMainWorker : '';
      const body = `${REPORT}\n${hello}\n${own};\n${await response.text()}`;
      await route.fulfill({ response, body });
    });
  }
  return { heard: () => page.evaluate('heardOfPolicy') };
}

/** What a watch hears where nothing is refused: each thread that listens, once. */
export function onlyListeners(heard: readonly string[]): string[] {
  return [...new Set(heard)].sort();
}
