/** Photos that another program has handed over, by way of the service worker. */
import { SHARED_CACHE, SHARED_NAME_HEADER } from '../service-worker/protocol';

/** Those of this visit, once: nothing of them stays behind in the browser's storage. */
export async function takeSharedPhotos(): Promise<File[]> {
  const { location, history } = window;
  history.replaceState(null, '', location.pathname + location.hash);
  const cache = await caches.open(SHARED_CACHE);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!response) continue;
    // Not as a blob: that would be read from the cache when it is looked at, and by then the cache is gone.
    const bytes = await response.arrayBuffer();
    const name = decodeURIComponent(response.headers.get(SHARED_NAME_HEADER) ?? '');
    files.push(new File([bytes], name, { type: response.headers.get('content-type') ?? '' }));
  }
  await caches.delete(SHARED_CACHE);
  return files;
}
