/** Hears what the content policy refuses, in the page and in each of its workers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

const WORKER_FILE = /\/assets\/(main|photo-reader|engine-helper)-[^/]+\.js$/;
const REPORT = `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  new BroadcastChannel('policy').postMessage(effectiveDirective + ' ' + blockedURI));`;

export interface PolicyWatch extends AsyncDisposable {
  /** Where the site is that is listened to. */
  url: string;
  /** What was refused so far, as `directive address`, and `listening in <worker>` for each worker that was started. */
  heard(): Promise<string[]>;
}

/**
 * The same site with the same headers at another port, whose workers begin by listening: Playwright cannot change the
 * files of workers that workers start.
 *
 * @param inMainWorker code that the page's worker runs before its own
 */
export async function watchPolicy(
  page: Page,
  site: string,
  inMainWorker = '',
): Promise<PolicyWatch> {
  await page.addInitScript(`
    window.heardOfPolicy = [];
    new BroadcastChannel('policy').onmessage = ({ data }) => window.heardOfPolicy.push(data);
    ${REPORT}`);
  const server = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(new URL(url, site));
    const [, worker] = url.match(WORKER_FILE) ?? [];
    const hello = `new BroadcastChannel('policy').postMessage('listening in ${worker}');`;
    const own = worker === 'main' ? inMainWorker : '';
    const before = worker ? `${REPORT}\n${hello}\n${own};\n` : '';
    const body = Buffer.concat([Buffer.from(before), Buffer.from(await answer.arrayBuffer())]);
    const headers = { ...Object.fromEntries(answer.headers), 'content-length': body.length };
    response.writeHead(answer.status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    heard: () => page.evaluate('[...new Set(heardOfPolicy)].sort()'),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
