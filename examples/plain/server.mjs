/** Serves this folder, and the package's files as /pilah/, with a strict content policy. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PILAH = fileURLToPath(new URL('.', import.meta.resolve('pilah')));
const FILES = { '/': 'index.html', '/main.js': 'main.js' };
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const port = Number(process.env.PORT ?? 8080);
createServer((request, response) => {
  const path = pathOf(new URL(request.url, 'http://localhost').pathname);
  if (!path || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY });
  createReadStream(path).pipe(response);
}).listen(port, 'localhost', () => console.log(`http://localhost:${port}`));

/** Undefined for what is neither the page nor inside the package. */
function pathOf(address) {
  if (address in FILES) return resolve(HERE, FILES[address]);
  const path = resolve(PILAH, `.${address.slice('/pilah'.length)}`);
  return address.startsWith('/pilah/') && path.startsWith(PILAH) ? path : undefined;
}
