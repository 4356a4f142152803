/**
 * Keeps the page's shell on the device, so that it opens without a network. The model is none of its business:
 * src/worker/model-cache.ts keeps that, and its requests pass by here untouched.
 */
import type { PrecacheEntry } from 'workbox-precaching';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import {
  EXTRAS,
  type Extra,
  type KeepRequest,
  SHARED_CACHE,
  SHARED_NAME_HEADER,
  SHARED_PARAMETER,
  type TakeOverRequest,
} from './protocol';

declare const self: ServiceWorkerGlobalScope;

/** Workbox keeps one version of the shell; a tab that was not reloaded still asks for parts of the one before. */
const PREVIOUS_CACHE = 'pilah-shell-before';
const EXTRAS_CACHE = 'pilah-extras';

// The build writes the list in place of this name, which must stand here once.
const files = self.__WB_MANIFEST.filter((entry) => typeof entry !== 'string');
const isExtra = ({ url }: PrecacheEntry) =>
  Object.values(EXTRAS).some((prefix) => url.startsWith(prefix));
const shell = files.filter((file) => !isExtra(file));

/** A cache in between may hold another file than the one in the list, as unchangeable: it must ask whether that is so. */
const ASKED_ANEW = { cache: 'no-cache' } as const;

const controller = new PrecacheController({
  plugins: [
    {
      requestWillFetch: async ({ request }) => new Request(request, ASKED_ANEW),
      cacheWillUpdate: async ({ response }) => (response.ok ? isolated(response) : null),
    },
  ],
});
controller.addToCacheList(shell);

// Any parameters: `?backend=wasm` asks for the same page.
registerRoute(new PrecacheRoute(controller, { ignoreURLParametersMatching: [/./] }));
registerRoute(
  ({ url }) => files.some((file) => isExtra(file) && url.href === inScope(file.url)),
  ({ request }) => keptElsewhere(request, EXTRAS_CACHE),
);
registerRoute(
  ({ url }) => url.href.startsWith(inScope('assets/')),
  ({ request }) => keptElsewhere(request, PREVIOUS_CACHE),
);
registerRoute(
  ({ url }) => url.href === inScope('share'),
  ({ request }) => receivePhotos(request),
  'POST',
);

self.addEventListener('install', (event) => void controller.install(event));

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver(event));
});

self.addEventListener('message', (event) => {
  if (isTakeOver(event.data)) void self.skipWaiting();
  if (!isKeep(event.data)) return;
  event.waitUntil(keep(event.data.extras).then((isKept) => event.ports[0]?.postMessage(isKept)));
});

function isTakeOver(data: unknown): data is TakeOverRequest {
  return isObject(data) && 'type' in data && data.type === 'SKIP_WAITING';
}

/** From a page of another version there may come extras that this one does not have: those are none. */
function isKeep(data: unknown): data is KeepRequest {
  return (
    isObject(data) &&
    'kind' in data &&
    data.kind === 'keep' &&
    'extras' in data &&
    Array.isArray(data.extras)
  );
}

function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null;
}

async function takeOver(event: ExtendableEvent): Promise<void> {
  await caches.delete(PREVIOUS_CACHE);
  const [kept, before] = await Promise.all([
    caches.open(controller.strategy.cacheName),
    caches.open(PREVIOUS_CACHE),
  ]);
  const current = new Set(
    controller.getCachedURLs().map((url) => controller.getCacheKeyForURL(url)),
  );
  for (const request of await kept.keys()) {
    const response = current.has(request.url) ? undefined : await kept.match(request);
    if (response) await before.put(request, response);
  }
  await controller.activate(event);
  // Not waited for: in Firefox it ends only after the activation does.
  self.clients.claim().catch(() => {});
}

/** Fetches the extras, and what the browser has lost of the shell since the installation. */
async function keep(wantedExtras: readonly Extra[]): Promise<boolean> {
  const prefixes = wantedExtras.flatMap((extra) => EXTRAS[extra] ?? []);
  try {
    const [shellCache, extrasCache] = await Promise.all([
      caches.open(controller.strategy.cacheName),
      caches.open(EXTRAS_CACHE),
    ]);
    // What another screen has use for stays; what this version does not have goes.
    const known = new Set(files.map(extraKey));
    for (const { url } of await extrasCache.keys()) {
      if (!known.has(url)) await extrasCache.delete(url);
    }
    for (const file of shell) {
      await keepFile(file, controller.getCacheKeyForURL(file.url), shellCache);
    }
    for (const file of files) {
      const isWanted = prefixes.some((prefix) => file.url.startsWith(prefix));
      if (isWanted) await keepFile(file, extraKey(file), extrasCache);
    }
    return true;
  } catch {
    return false; // offline, no room, or another file than the one in the list
  }
}

function extraKey({ url, revision }: PrecacheEntry): string {
  return `${inScope(url)}?${revision}`;
}

async function keepFile(
  { url, integrity }: PrecacheEntry,
  key: string | undefined,
  cache: Cache,
): Promise<void> {
  if (!key || (await cache.match(key))) return;
  const response = await fetch(inScope(url), {
    ...ASKED_ANEW,
    ...(integrity ? { integrity } : {}),
  });
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  await cache.put(key, isolated(response));
}

async function keptElsewhere(request: Request, cacheName: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  // By its address alone: a revision stands behind it, and it is not asked for in the way it was kept.
  return (await cache.match(request.url, { ignoreSearch: true })) ?? fetch(request);
}

/** What the gallery shares comes as a form. The page takes the photos out and shows them like chosen ones. */
async function receivePhotos(request: Request): Promise<Response> {
  const form = await request.formData();
  await caches.delete(SHARED_CACHE);
  const cache = await caches.open(SHARED_CACHE);
  const photos = form.getAll('photos').filter((entry) => entry instanceof File);
  for (const [index, photo] of photos.entries()) {
    const headers = {
      'content-type': photo.type,
      [SHARED_NAME_HEADER]: encodeURIComponent(photo.name),
    };
    await cache.put(inScope(`share/${index}`), new Response(photo, { headers }));
  }
  return Response.redirect(inScope(`?${SHARED_PARAMETER}`), 303);
}

/**
 * Only a page whose files come with these two headers may share memory between threads, and some hosts, GitHub's
 * Pages for one, cannot send them. A kept file has no second address: all of Pilah comes from one origin.
 */
function isolated(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  return new Response(response.body, { status: response.status, headers });
}

function inScope(path: string): string {
  return new URL(path, self.registration.scope).href;
}
