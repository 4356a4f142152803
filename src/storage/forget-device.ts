/** Takes everything that this page keeps off the device, but for the choice that the model is not to come back unasked. */
import { deleteDB } from 'idb';
import { DATABASE_NAME } from './database';

const KEPT = 'pilah.download';

/** What is denied holds nothing. The page must be loaded anew afterwards. */
export async function forgetDevice(): Promise<void> {
  const steps = [forgetChoices, () => deleteDB(DATABASE_NAME), forgetCaches, forgetServiceWorker];
  for (const step of steps)
    await Promise.resolve()
      .then(step)
      .catch(() => {});
}

function forgetChoices(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('pilah.') && key !== KEPT) localStorage.removeItem(key);
  }
}

async function forgetCaches(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
}

async function forgetServiceWorker(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    await registration.unregister();
  }
}
