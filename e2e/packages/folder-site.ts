/** A static host of somebody else's page: folders under paths, and a strict content policy with every answer. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PACKAGE_DIST = fileURLToPath(
  new URL('../../build/packages/pilah/dist/', import.meta.url),
);

/** No inline styles or scripts, no blobs, nothing made from strings but WebAssembly. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' http://127.0.0.1:*",
  "form-action 'self'",
].join('; ');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
};

export interface FolderSite extends AsyncDisposable {
  /** Ends with a slash. */
  address: string;
}

/**
 * @param folders by the start of their addresses, such as `/dist/`
 * @param page the HTML at each address in none of them
 * @param headers of every answer, beside the policy or in its place
 */
export async function serveFolders(
  folders: Record<string, string>,
  page: () => string = () => '',
  headers: Record<string, string> = {},
): Promise<FolderSite> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    response.setHeaders(new Map(Object.entries({ 'content-security-policy': POLICY, ...headers })));
    const [start, folder] =
      Object.entries(folders).find(([each]) => pathname.startsWith(each)) ?? [];
    if (!start || !folder) {
      response.setHeader('content-type', 'text/html');
      response.end(page());
      return;
    }
    const name = pathname.slice(start.length) || 'index.html';
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    address: `http://localhost:${port}/`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
