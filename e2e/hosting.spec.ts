/** Any static host, beneath any path: each configuration in deploy/ is run, and sends what deploy/headers.mjs says. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect } from '@playwright/test';
import { EVERYWHERE, headersFor, REVALIDATED } from '../deploy/headers.mjs';
import { ROOT } from '../scripts/run-command.mjs';
import { HOSTS, SITE_PATH, startPlainHost } from './hosts';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';

const DIST = join(ROOT, 'dist');
const FILES = readdirSync(DIST, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => statSync(join(DIST, path)).isFile());

/** As browsers ask for modules, WebAssembly as a stream, and a web manifest. */
const TYPES: Record<string, RegExp> = {
  '.html': /^text\/html; charset=utf-8$/i,
  '.js': /^(text|application)\/javascript(; charset=utf-8)?$/i,
  '.css': /^text\/css(; charset=utf-8)?$/i,
  '.json': /^application\/json(; charset=utf-8)?$/i,
  '.webmanifest': /^application\/manifest\+json(; charset=utf-8)?$/i,
  '.wasm': /^application\/wasm$/,
  '.svg': /^image\/svg\+xml/,
  '.jpg': /^image\/jpeg$/,
  '.png': /^image\/png$/,
};
const COMPRESSED = ['.html', '.js', '.css', '.json', '.wasm', '.svg'];
/** Below this a host may leave a file as it is. */
const WORTH_COMPRESSING_BYTES = 1024;

for (const [name, startHost] of Object.entries(HOSTS)) {
  test.describe(`${name}`, () => {
    test.skip(name !== 'npm start' && process.platform !== 'linux', 'installed by apt');

    test(`sends every file with its headers, its type and its caching: ${name}`, async () => {
      await using host = await startHost();
      for (const path of ['', ...FILES]) {
        const response = await fetch(host.url + path, { headers: { 'Accept-Encoding': 'gzip' } });
        await response.arrayBuffer();
        expect(response.status, path).toBe(200);
        const sent = Object.fromEntries(response.headers);
        for (const [header, value] of Object.entries(headersFor(path))) {
          expect.soft(sent[header.toLowerCase()], `${header} of ${path}`).toBe(value);
        }
        const type = extname(path || 'index.html');
        expect.soft(sent['content-type'], path).toMatch(TYPES[type] ?? /./);
        const isLarge = !path || statSync(join(DIST, path)).size > WORTH_COMPRESSING_BYTES;
        if (name !== 'npm start' && isLarge && COMPRESSED.includes(type)) {
          expect.soft(sent['content-encoding'], path).toBe('gzip');
        }
      }
    });

    test(`asks nothing twice, and keeps no missing file for a year: ${name}`, async () => {
      await using host = await startHost();
      const { headers } = await fetch(host.url);
      const again = { 'If-None-Match': headers.get('ETag') ?? '' };
      expect((await fetch(host.url, { headers: again })).status).toBe(304);
      const missing = await fetch(`${host.url}assets/none-12345678.js`);
      expect(missing.status).toBe(404);
      expect(missing.headers.get('Cache-Control') ?? REVALIDATED).toBe(REVALIDATED);
    });

    test(`sorts a photo beneath ${SITE_PATH}, on more than one thread: ${name}`, async ({
      page,
    }) => {
      await using host = await startHost();
      const addresses: string[] = [];
      page.context().on('request', (request) => addresses.push(request.url()));
      const pilah = await openPilah(page, host.url);
      const { backend } = await pilah.ready();
      expect(await page.evaluate('crossOriginIsolated')).toBe(true);
      expect(backend.threads).toBeGreaterThan(1);
      expect((await pilah.sort(samplePath('metal-1.jpg'))).classId).toBe('metal');
      await page.getByRole('link', { name: 'Panduan' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Panduan sembilan jenis limbah',
      );
      const outside = addresses.filter(
        (address) => !address.startsWith(host.url) && !address.startsWith('blob:'),
      );
      expect(outside).toEqual([]);
    });
  });
}

test('a host that sends no headers serves the same page under the same policy', async ({
  page,
}) => {
  await using host = await startPlainHost();
  expect((await fetch(host.url)).headers.get('Content-Security-Policy')).toBeNull();
  const pilah = await openPilah(page, host.url);
  await pilah.ready();
  expect((await pilah.sort(samplePath('metal-1.jpg'))).classId).toBe('metal');
  await expect(page.locator('meta[http-equiv=Content-Security-Policy]')).toHaveCount(1);
});

test('the licences of what ships travel with the site', () => {
  const [shipped, own] = [DIST, ROOT].map((folder) => readFileSync(join(folder, 'THIRD_PARTY.md')));
  expect(shipped).toEqual(own);
});

test('_headers says the same to Netlify and Cloudflare', () => {
  const rules = readFileSync(join(DIST, '_headers'), 'utf8')
    .trim()
    .split('\n\n')
    .map((rule) => {
      const [pattern = '', ...lines] = rule.split('\n');
      return { pattern, headers: lines.map((line) => line.trim().split(/: (.*)/)) };
    });
  const fits = (pattern: string, path: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  for (const path of [...FILES, 'sw.js']) {
    const sent = rules
      .filter(({ pattern }) => fits(pattern, `/${path}`))
      .flatMap(({ headers }) => headers);
    const values = (header: string) =>
      sent.filter(([name]) => name === header).map(([, value]) => value);
    const expected = headersFor(path);
    // Both policies hold where two are sent; these hosts revalidate what has no Cache-Control.
    expect
      .soft(values('Content-Security-Policy'), path)
      .toContain(expected['Content-Security-Policy']);
    expect.soft(values('Cache-Control').length, path).toBeLessThan(2);
    expect.soft(values('Cache-Control')[0] ?? REVALIDATED, path).toBe(expected['Cache-Control']);
    for (const header of Object.keys(EVERYWHERE)) {
      if (header === 'Content-Security-Policy') continue;
      expect.soft(values(header), `${header} of ${path}`).toEqual([expected[header]]);
    }
  }
});
