/** What a page and its workers hold, once their garbage is collected. */
import type { CDPSession, Page } from '@playwright/test';

export interface Heap {
  /** `page`, or the address of the worker's code. */
  of: string;
  /** JavaScript objects, DOM, and buffers such as decoded photos; not WebAssembly's memory. */
  bytes: number;
}

/** Threads that wait for the engine's next task inside WebAssembly do not answer. They run no JavaScript either. */
const ANSWER_MS = 2000;

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

type Send = (method: string, parameters?: object) => Promise<unknown>;

export interface MemoryProbe {
  /** The page first, then its workers. */
  heaps(): Promise<Heap[]>;
  /** How many objects of a class the page holds; none are found of typed arrays. */
  count(className: string): Promise<number>;
  /** What an expression is in the worker whose address holds `name`. */
  numberInWorker(name: string, expression: string): Promise<number>;
}

/** One for a page and for good: a worker that was attached to and let go does not answer the next. */
export async function openMemoryProbe(page: Page): Promise<MemoryProbe> {
  const session = await page.context().newCDPSession(page);
  const workers = await attachedWorkers(session);
  return {
    heaps: async () => {
      const heaps = [{ of: 'page', bytes: await heapBytes((method) => sendAny(session, method)) }];
      for (const { send, url } of workers) {
        const bytes = await Promise.race([heapBytes(send), later(ANSWER_MS)]);
        if (bytes !== undefined) heaps.push({ of: url.replace(/.*\//, ''), bytes });
      }
      return heaps;
    },
    count: async (className) => {
      await session.send('HeapProfiler.collectGarbage');
      const expression = `${className}.prototype`;
      const { result } = await session.send('Runtime.evaluate', { expression });
      const prototypeObjectId = String(result.objectId);
      const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId });
      const length = await session.send('Runtime.callFunctionOn', {
        functionDeclaration: 'function () { return this.length }',
        ...(objects.objectId ? { objectId: objects.objectId } : {}),
      });
      return Number(length.result.value);
    },
    numberInWorker: async (name, expression) => {
      const worker = workers.find(({ url }) => url.includes(name));
      if (!worker) throw new Error(`no worker ${name}`);
      const answer = await worker.send('Runtime.evaluate', { expression, returnByValue: true });
      return (answer as { result: { value: number } }).result.value; // as the protocol says
    },
  };
}

export function totalBytes(heaps: readonly Heap[]): number {
  return heaps.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A figure, for whoever runs the test. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function heapBytes(send: Send): Promise<number> {
  await send('HeapProfiler.collectGarbage');
  const usage = (await send('Runtime.getHeapUsage')) as HeapUsage; // as the protocol says
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

function sendAny(session: CDPSession, method: string): Promise<unknown> {
  return session.send(method as 'Runtime.getHeapUsage');
}

interface AttachedWorker {
  url: string;
  send: Send;
}

/**
 * Wrapped messages, which are old, since Playwright hands out no sessions of workers.
 * https://chromedevtools.github.io/devtools-protocol/tot/Target/#method-sendMessageToTarget
 */
async function attachedWorkers(session: CDPSession): Promise<AttachedWorker[]> {
  const workers: AttachedWorker[] = [];
  const answers = new Map<number, (result: unknown) => void>();
  let nextId = 1;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const send: Send = (method, params = {}) => {
      const id = nextId++;
      const message = JSON.stringify({ id, method, params });
      void session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => {});
      return new Promise((resolve) => answers.set(id, resolve));
    };
    if (targetInfo.type === 'worker') workers.push({ url: targetInfo.url, send });
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
  });
  const all = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await session.send('Target.setAutoAttach', all);
  return workers;
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
