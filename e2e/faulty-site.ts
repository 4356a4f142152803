/** The built site on a server of its own that misbehaves on demand: at the level of bytes, as networks do. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
};

/** Answers itself and returns true, or leaves the file to be served. */
export type Fault = (file: string, response: ServerResponse, path: string) => boolean;

export class FaultySite {
  /** Of each file of the model, in the order of the requests. */
  readonly requests: string[] = [];
  fault: Fault = () => false;
  /** Addresses that another build answers: `model-version.spec.ts` swaps it. */
  root = DIST;
  readonly #server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo; // it listens on a port
    return `http://localhost:${port}/`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(url, 'http://localhost');
    const path = join(this.root, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Cache-Control', 'no-cache');
    const file = basename(path);
    if (pathname.includes('/model/')) {
      this.requests.push(file);
      if (this.fault(file, response, path)) return;
    }
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    response.setHeader('Content-Length', stats.size);
    createReadStream(path).pipe(response);
  }
}

/** So many bytes of the file, of the length that was promised, then the connection breaks. */
export function cutOff(response: ServerResponse, path: string, bytes: number): void {
  response.writeHead(200, { 'Content-Length': statSync(path).size });
  const start = createReadStream(path, { end: Math.max(bytes - 1, 0) });
  if (bytes === 0) response.flushHeaders();
  start.on('data', (chunk) => response.write(chunk));
  start.on('end', () => setTimeout(() => response.destroy(), 50));
}

export const isShard = (file: string) => file.endsWith('.bin');
