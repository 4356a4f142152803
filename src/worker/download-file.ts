/** Fetches one file of the model over a network that fails: asks again, gives up on silence, takes no more than it wants. */
import { CodedError, type ErrorCode } from '../domain/coded-error';

export type FileBytes = Uint8Array<ArrayBuffer>;

export interface FileRequest {
  /** More is cut off while it arrives. */
  maxBytes: number;
  /** Rejects with a CodedError when the body is not what was wanted. */
  check: (body: FileBytes) => Promise<void>;
  /** Of the first try; the others go past every HTTP cache, which may hold what was wrong. */
  cache: RequestCache;
  /** Any of them ends it; it then rejects with that signal's reason. */
  signals: readonly AbortSignal[];
  onBytes?: (downloadedBytes: number) => void;
}

export interface Patience {
  /** Without a byte for so long a try is given up. */
  stallMs: number;
  /** Before the second try, give or take half; twice that before the third, and so on. */
  backoffMs: number;
}

/** A phone's radio that wakes up, or changes its cell, is silent for some seconds. */
const PATIENCE: Patience = { stallMs: 15_000, backoffMs: 500 };

/** So many more tries are worth while; what is not here stays as it is however often it is asked for. */
const FURTHER_TRIES: Partial<Record<ErrorCode, number>> = {
  'model-unreachable': 3,
  'server-failed': 3,
  'model-stalled': 1,
  'model-corrupt': 1,
};

/**
 * @throws CodedError `model-unreachable`, `model-stalled`, `server-failed`, `model-missing`,
 * `model-intercepted`, `model-corrupt`
 */
export async function downloadFile(
  url: URL | string,
  request: FileRequest,
  { stallMs, backoffMs }: Patience = PATIENCE,
): Promise<FileBytes> {
  let cache = request.cache;
  for (let failures = 0; ; failures++) {
    try {
      const body = await fetchOnce(url, { ...request, cache }, stallMs);
      await request.check(body);
      return body;
    } catch (error) {
      for (const signal of request.signals) signal.throwIfAborted();
      if (!(error instanceof CodedError)) throw error;
      if (failures >= (FURTHER_TRIES[error.code] ?? 0)) throw error;
    }
    cache = 'reload';
    await pause(backoffMs * 2 ** failures * (0.5 + Math.random()), request.signals);
  }
}

async function fetchOnce(
  url: URL | string,
  { cache, maxBytes, signals, onBytes }: FileRequest,
  stallMs: number,
): Promise<FileBytes> {
  const attempt = new AbortController();
  const stop = () => attempt.abort();
  let isStalled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isStalled = true;
      attempt.abort();
    }, stallMs);
  };
  for (const signal of signals) {
    signal.throwIfAborted();
    signal.addEventListener('abort', stop);
  }
  try {
    watch();
    const response = await fetch(url, {
      cache,
      signal: attempt.signal,
      // A redirect is not followed: it leads to a portal's page, or to somebody else's host.
      redirect: 'manual',
      // On a slow link the page itself comes first.
      priority: 'low',
    });
    refuseStranger(url, response);
    const chunks: FileBytes[] = [];
    let downloadedBytes = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      watch();
      downloadedBytes += part.value.length;
      if (downloadedBytes > maxBytes) {
        throw new CodedError('model-corrupt', `${url}: more than ${maxBytes} bytes`);
      }
      chunks.push(part.value);
      onBytes?.(downloadedBytes);
    }
    return joined(chunks, downloadedBytes);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const code = isStalled ? 'model-stalled' : 'model-unreachable';
    throw new CodedError(code, `${url}: ${error}`, { cause: error });
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', stop);
    attempt.abort(); // what is left of a body that was refused is not downloaded
  }
}

/** Throws unless this is the file that was asked for, as far as its head tells. */
function refuseStranger(url: URL | string, { type, status, headers, ok }: Response): void {
  const detail = `${url}: status ${status}`;
  if (type === 'opaqueredirect') throw new CodedError('model-intercepted', `${url}: redirected`);
  if (status === 511) throw new CodedError('model-intercepted', detail);
  if (status >= 500 || status === 429 || status === 408) {
    throw new CodedError('server-failed', detail);
  }
  if (!ok) throw new CodedError('model-missing', detail);
  if (headers.get('content-type')?.startsWith('text/html')) {
    throw new CodedError('model-intercepted', `${url}: a page instead of a file`);
  }
}

function joined(chunks: readonly FileBytes[], byteCount: number): FileBytes {
  const body = new Uint8Array(byteCount);
  let filled = 0;
  for (const chunk of chunks) {
    body.set(chunk, filled);
    filled += chunk.length;
  }
  return body;
}

/** Ends early, without an error, when a signal is aborted: the next try then rejects. */
function pause(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    for (const signal of signals) signal.addEventListener('abort', end);
  });
}
