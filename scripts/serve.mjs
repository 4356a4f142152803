/**
 * Serves the built site from dist/ on this machine, as any static host would, with all headers that one should send.
 * BASE_PATH is the folder under which it is, `/` unless told otherwise.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headersFor } from '../deploy/headers.mjs';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const BASE_PATH = process.env.BASE_PATH ?? '/';
const FIRST_PORT = 4173;
const TRIED_PORTS = 20;

const MIME_TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.bin', 'application/octet-stream'],
  ['.jpg', 'image/jpeg'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

if (!statSync(join(DIST, 'index.html'), { throwIfNoEntry: false })) {
  console.error('There is no dist/index.html: run `npm run build` first.');
  process.exit(1);
}

const server = createServer(answer);
server.on('listening', () => {
  const address = server.address();
  if (address && typeof address === 'object') {
    console.log(`Pilah: http://localhost:${address.port}${BASE_PATH}`);
  }
});
const asked = process.env.PORT;
listen(asked ? Number(asked) : FIRST_PORT, asked ? 0 : TRIED_PORTS);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

/** A port that was asked for is taken or refused; otherwise the next free one does. */
function listen(/** @type {number} */ port, /** @type {number} */ triesLeft) {
  server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EADDRINUSE' && triesLeft > 0) return listen(port + 1, triesLeft - 1);
    console.error(`Pilah cannot be served on port ${port}: ${error.message}`);
    return process.exit(1);
  });
  server.listen(port, process.env.HOST ?? '127.0.0.1');
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  }
  const path = filePath(request.url ?? '/');
  const stats = path ? statSync(path, { throwIfNoEntry: false }) : undefined;
  if (!path || !stats?.isFile()) {
    return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  }
  const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`;
  const headers = { ETag: etag, ...headersFor(relative(DIST, path).replaceAll(sep, '/')) };
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
  response.writeHead(200, {
    ...headers,
    'Content-Type': MIME_TYPES.get(extname(path)) ?? 'application/octet-stream',
    'Content-Length': stats.size,
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file inside dist/ that an address names, or undefined when it leads outside or is malformed. */
function filePath(/** @type {string} */ url) {
  try {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (name.includes('\0') || !name.startsWith(BASE_PATH)) return undefined;
    const inside = `./${name.slice(BASE_PATH.length)}`;
    const path = resolve(DIST, inside.endsWith('/') ? `${inside}index.html` : inside);
    return path.startsWith(DIST + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}
