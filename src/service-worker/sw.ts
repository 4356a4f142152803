/**
 * Keeps the page's shell on the device, so that it opens without a network. The model is none of its business:
 * src/worker/model-cache.ts keeps that, and its requests pass by here untouched.
 */
import type { PrecacheEntry } from 'workbox-precaching';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import {
  type RequestToServiceWorker,
  SHARED_CACHE,
  SHARED_NAME_HEADER,
  SHARED_PARAMETER,
  type TfjsParts,
} from './protocol';

declare const self: ServiceWorkerGlobalScope;

/** Workbox keeps one version of the shell; a tab that was not reloaded still asks for parts of the one before. */
const PREVIOUS_CACHE = 'pilah-shell-before';
const TFJS_CACHE = 'pilah-tfjs';
const TFJS_FOLDER = 'assets/tfjs/';

// The build writes the list in place of this name, which must stand here once.
const files = self.__WB_MANIFEST.map((entry) =>
  typeof entry === 'string' ? { url: entry, revision: null } : entry,
);
const [tfjs, shell] = divide(files, ({ url }) => url.startsWith(TFJS_FOLDER));

const controller = new PrecacheController({
  plugins: [{ cacheWillUpdate: async ({ response }) => (response.ok ? isolated(response) : null) }],
});
controller.addToCacheList(shell);

// Any parameters: `?backend=wasm` asks for the same page.
registerRoute(new PrecacheRoute(controller, { ignoreURLParametersMatching: [/./] }));
registerRoute(
  ({ url }) => url.href.startsWith(inScope('assets/')),
  ({ request }) => fromOtherCaches(request),
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
  const request = event.data as RequestToServiceWorker;
  if ('type' in request) void self.skipWaiting();
  else event.waitUntil(keep(request.tfjs).then((isKept) => event.ports[0]?.postMessage(isKept)));
});

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
  await self.clients.claim();
}

/** Fetches what the browser has lost since the installation, and the code of the backends in use. */
async function keep(parts: TfjsParts): Promise<boolean> {
  try {
    const shellCache = await caches.open(controller.strategy.cacheName);
    for (const { url, integrity } of shell) {
      const key = controller.getCacheKeyForURL(url);
      if (!key || (await shellCache.match(key))) continue;
      const response = await fetch(inScope(url), {
        cache: 'reload',
        ...(integrity ? { integrity } : {}),
      });
      if (!response.ok) return false;
      await shellCache.put(key, isolated(response));
    }
    await keepTfjs(parts);
    return true;
  } catch {
    return false; // offline, or no room
  }
}

async function keepTfjs(parts: TfjsParts): Promise<void> {
  const wanted = tfjs.filter(
    ({ url }) => parts === 'all' || (parts === 'graphics' && !url.endsWith('.wasm')),
  );
  const addresses = new Set(wanted.map(({ url }) => inScope(url)));
  const cache = await caches.open(TFJS_CACHE);
  for (const { url } of await cache.keys()) {
    if (!addresses.has(url)) await cache.delete(url);
  }
  for (const address of addresses) {
    if (!(await cache.match(address))) await cache.add(address);
  }
}

async function fromOtherCaches(request: Request): Promise<Response> {
  // By its address alone: what the page asks for is not always asked for in the way it was kept.
  for (const name of [TFJS_CACHE, PREVIOUS_CACHE]) {
    const kept = await (await caches.open(name)).match(request.url);
    if (kept) return kept;
  }
  return fetch(request);
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

type ListedFile = PrecacheEntry & { revision: string | null };

function divide(
  entries: (PrecacheEntry | ListedFile)[],
  isFirst: (entry: PrecacheEntry) => boolean,
): [PrecacheEntry[], PrecacheEntry[]] {
  return [entries.filter(isFirst), entries.filter((entry) => !isFirst(entry))];
}
