/** Serves the built site and the bench as a good static host would: compressed, cacheable, with all headers. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EVERYWHERE, headersFor } from '../../deploy/headers.mjs';

export interface BenchSite {
  /** `http://localhost:<port>/` */
  url: string;
  close(): void;
}

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};
/** What hosts compress. Models travel as they are, whoever's. */
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.wasm', '.svg']);

const pathOf = (url = '/') => new URL(url, 'http://localhost').pathname;

/** @param folders by the beginning of the address, `/` among them; the longest that fits counts */
export function serveBench(folders: Record<string, string>): Promise<BenchSite> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const packed = new Map<string, Buffer>();

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = filePath(request.url ?? '/');
    const stats = path ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (!path || !stats?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain', ...EVERYWHERE }).end('Not found\n');
      return;
    }
    const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`;
    const headers = { ETag: etag, ...headersFor(pathOf(request.url)) };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const isPacked = COMPRESSED.has(extname(path));
    const body = isPacked ? pack(path, etag) : readFileSync(path);
    response.writeHead(200, {
      ...headers,
      'Content-Type': MIME_TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Length': body.length,
      ...(isPacked ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  function pack(path: string, etag: string): Buffer {
    const key = `${path} ${etag}`;
    const body = packed.get(key) ?? gzipSync(readFileSync(path), { level: 9 });
    packed.set(key, body);
    return body;
  }

  function filePath(url: string): string | undefined {
    const name = decodeURIComponent(pathOf(url));
    const prefix = prefixes.find((beginning) => name.startsWith(beginning));
    if (prefix === undefined) return undefined;
    const folder = resolve(folders[prefix] ?? '');
    const rest = name.slice(prefix.length);
    const path = join(folder, name.endsWith('/') ? `${rest}index.html` : rest);
    return path.startsWith(folder + sep) ? path : undefined;
  }

  const server = createServer(answer);
  return new Promise((resolveSite, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolveSite({
        url: `http://localhost:${port}/`,
        close() {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
