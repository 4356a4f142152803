/** The page's hand on its service worker: registers it, asks what is kept, and lets a new version in when told to. */
import { Workbox } from 'workbox-window';
import type { Extra, KeepRequest } from '../service-worker/protocol';

export type { Extra };

/** A page that is open for days asks so often for a new version. */
const CHECK_EVERY_MS = 3_600_000;

export interface ShellClientOptions {
  scriptUrl: URL;
  /** A new version has been fetched and waits, or another tab has let it in. */
  onNewVersion: () => void;
}

export interface ShellClient {
  /** Whether the whole shell and these extras are on the device now; what is missing is fetched first. */
  keep(extras: readonly Extra[]): Promise<boolean>;
  /** Lets the new version in and reloads the page. */
  update(): void;
}

/** Undefined where the browser has no service workers for this page: no secure context, or denied. */
export async function startShellClient({
  scriptUrl,
  onNewVersion,
}: ShellClientOptions): Promise<ShellClient | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const workbox = new Workbox(scriptUrl.href);
  let isAsked = false;
  workbox.addEventListener('waiting', onNewVersion);
  workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (isAsked) window.location.reload();
    else if (isUpdate || isExternal) onNewVersion();
  });
  const registration = await workbox.register({ immediate: true }).catch(() => undefined);
  if (!registration) return undefined;
  let checkedMs = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - checkedMs < CHECK_EVERY_MS) return;
    checkedMs = performance.now();
    workbox.update().catch(() => {}); // offline
  });
  return {
    keep: async (extras) => {
      const { active } = await navigator.serviceWorker.ready;
      return active ? ask(active, { kind: 'keep', extras }) : false;
    },
    update: () => {
      isAsked = true;
      // Where another tab has let it in there is nobody left to ask.
      if (registration.waiting) workbox.messageSkipWaiting();
      else window.location.reload();
    },
  };
}

function ask(worker: ServiceWorker, request: KeepRequest): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage(request, [port2]);
  });
}
