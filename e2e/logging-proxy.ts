/** Between a browser and everything else: writes down what the browser asks of anybody, its service worker included. */
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface SeenRequest {
  method: string;
  url: string;
  body: string;
}

export interface LoggingProxy {
  /** `host:port`. */
  readonly server: string;
  readonly seen: readonly SeenRequest[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Lets through what is asked of `origin`; anybody else is not reached, but the wish is written down. */
export async function startLoggingProxy(origin: string): Promise<LoggingProxy> {
  const seen: SeenRequest[] = [];
  const proxy = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    seen.push({ method, url, body: await text(incoming) });
    if (!url.startsWith(origin)) return outgoing.writeHead(502).end();
    return forward(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    })
      .on('error', () => outgoing.destroy())
      .end();
  });
  // https
  proxy.on('connect', ({ url = '' }, socket) => {
    seen.push({ method: 'CONNECT', url, body: '' });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const { port } = proxy.address() as AddressInfo; // a TCP server has no other
  return {
    server: `127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => {
        proxy.close(resolve);
      });
    },
  };
}
