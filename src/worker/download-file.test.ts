/** Against a real server that misbehaves, with a patience of milliseconds. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CodedError } from '../domain/coded-error';
import { downloadFile, type FileRequest } from './download-file';

const PATIENCE = { stallMs: 150, backoffMs: 2 };
const BODY = 'x'.repeat(1000);
let server: Server | undefined;

/** Answers the first requests with these, one after the other, and all later ones with the last. */
async function serve(...answers: RequestListener[]) {
  const requests: (string | undefined)[] = [];
  server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request.headers['cache-control']);
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { url: `http://127.0.0.1:${port}/shard-00.bin`, requests };
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const whole: RequestListener = (_, response) => response.end(BODY);
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end('<html>');
const broken: RequestListener = (_, response) => {
  response.writeHead(200, { 'Content-Length': 1000 }).write('x'.repeat(500));
  setTimeout(() => response.destroy(), 10);
};
const silent: RequestListener = (_, response) => void response.writeHead(200).write('x');

function get(url: string, change: Partial<FileRequest> = {}) {
  const request: FileRequest = {
    maxBytes: 1000,
    cache: 'default',
    signals: [],
    check: async (body) => {
      if (body.length !== 1000) throw new CodedError('model-corrupt', `${body.length} bytes`);
    },
    ...change,
  };
  return downloadFile(url, request, PATIENCE);
}

describe('downloadFile', () => {
  it('gives the body and counts its bytes', async () => {
    const { url } = await serve(whole);
    const counts: number[] = [];
    const body = await get(url, { onBytes: (bytes) => counts.push(bytes) });
    expect(new TextDecoder().decode(body)).toBe(BODY);
    expect(counts.at(-1)).toBe(1000);
  });

  it.each([
    ['a connection that breaks', broken],
    ['silence', silent],
    ['an overloaded server', status(503)],
    ['too many requests', status(429)],
    ['a body that is too short', status(200)],
    ['a body that is too long', ((_, response) => response.end(`${BODY}x`)) as RequestListener],
  ])('asks again after %s', async (_, fault) => {
    const { url, requests } = await serve(fault, whole);
    expect(await get(url)).toHaveLength(1000);
    expect(requests).toHaveLength(2);
    expect(requests[1]).toBe('no-cache');
  });

  it.each([
    ['model-unreachable', 4, 'a connection that breaks each time', broken],
    ['model-stalled', 2, 'silence each time', silent],
    ['server-failed', 4, 'a server that fails each time', status(500)],
    ['model-corrupt', 2, 'wrong bytes each time', status(200)],
    ['model-missing', 1, 'a missing file', status(404)],
    ['model-missing', 1, 'a file that may not be read', status(403)],
    ['model-intercepted', 1, 'a portal', status(200, { 'Content-Type': 'text/html' })],
    ['model-intercepted', 1, 'a network that asks to sign in', status(511)],
  ] as const)('%s after %i tries: %s', async (code, tries, _, fault) => {
    const { url, requests } = await serve(fault);
    await expect(get(url)).rejects.toMatchObject({ code });
    expect(requests).toHaveLength(tries);
  });

  it('takes no more than it wants of a body without end', async () => {
    let sent = 0;
    const { url } = await serve((_, response) => {
      const more = () => {
        if (response.destroyed) return;
        sent += 1000;
        response.write(BODY, () => setTimeout(more, 1));
      };
      more();
    });
    await expect(get(url)).rejects.toMatchObject({ code: 'model-corrupt' });
    expect(sent).toBeLessThan(1_000_000);
  });

  it('ends at once when it is aborted, while it reads and while it waits', async () => {
    const reading = new AbortController();
    const { url, requests } = await serve(silent);
    const stopped = get(url, { signals: [reading.signal], onBytes: () => reading.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const waiting = new AbortController();
    const idle = downloadFile(
      'http://127.0.0.1:1/',
      { maxBytes: 1, cache: 'default', signals: [waiting.signal], check: async () => {} },
      { stallMs: 1000, backoffMs: 60_000 },
    );
    setTimeout(() => waiting.abort(), 50);
    await expect(idle).rejects.toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(1);
  });
});
