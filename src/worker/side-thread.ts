/** Threads beside this one, which the page starts: in Firefox, `new Worker` inside a worker sometimes never returns. */
import type { MessageFromWorker, SideThread } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

/**
 * What is posted to the port waits until the thread is there, which may be never. The threads end with the worker; that
 * one has ended before, the page tells.
 */
export function startSideThread(thread: SideThread): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const message: MessageFromWorker = { kind: 'start-thread', thread, port: port2 };
  self.postMessage(message, [port2]);
  return port1;
}
