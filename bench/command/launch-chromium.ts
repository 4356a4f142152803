/** Starts the Chromium that everything here is measured in, with a port for Lighthouse. */
import { createServer } from 'node:net';
import { type Browser, chromium } from '@playwright/test';
import { ensureChromium } from '../../scripts/find-chromium.mjs';

export interface OpenChromium {
  browser: Browser;
  debuggingPort: number;
}

export async function launchChromium(): Promise<OpenChromium> {
  const executablePath = await ensureChromium();
  const debuggingPort = await freePort();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      `--remote-debugging-port=${debuggingPort}`,
    ],
  });
  return { browser, debuggingPort };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
