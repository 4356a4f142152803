/** Cache Storage of the model versions: one cache a version, which a tab at work holds a lock on. Not what is in them. */
import { MODEL_VERSION } from '../domain/model-version';

const PREFIX = 'pilah-model-';
const OWN = PREFIX + MODEL_VERSION;

/** Undefined where storage is denied, and where the page is no secure context. */
export async function openKept(): Promise<Cache | undefined> {
  try {
    return await caches.open(OWN);
  } catch {
    return undefined;
  }
}

/** Resolves once no other tab can remove this version; it stays held for as long as this thread lives. */
export async function holdVersion(): Promise<void> {
  // Web Locks are not everywhere: then no tab removes another version either.
  const { locks } = navigator;
  if (!locks) return;
  await new Promise<void>((resolve) => {
    const held = locks.request(OWN, { mode: 'shared' }, () => {
      resolve();
      return new Promise(() => {});
    });
    held.catch(() => resolve()); // an opaque origin may hold none
  });
}

/** Removes the versions before this one that no tab works with. What cannot be removed is left for the next visit. */
export async function removeOlderVersions(): Promise<void> {
  try {
    const { locks } = navigator;
    if (!locks) return;
    for (const name of await caches.keys()) {
      if (!name.startsWith(PREFIX) || !isOlder(name)) continue;
      await locks.request(name, { mode: 'exclusive', ifAvailable: true }, (lock) =>
        lock ? caches.delete(name) : false,
      );
    }
  } catch {
    // storage is denied
  }
}

export async function removeThisVersion(): Promise<void> {
  try {
    const kept = await caches.open(OWN);
    // One by one first: a removed cache takes its space until the last of its handles is collected.
    for (const file of await kept.keys()) await kept.delete(file);
    await caches.delete(OWN);
  } catch {
    // storage is denied, so nothing is there
  }
}

/** A tab with the page of yesterday must not remove the model of today. */
function isOlder(name: string): boolean {
  return name.localeCompare(OWN, 'en', { numeric: true }) < 0;
}
