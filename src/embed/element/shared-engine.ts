/** One loaded model for all elements of a page that want the same one: loaded with the first photo, freed with the last element. */
import type { LoadOptions, Pilah } from '../api';
import { load } from '../pilah';

type Wish = Pick<LoadOptions, 'modelUrl' | 'assetsUrl' | 'backend'>;
type OnProgress = NonNullable<LoadOptions['onProgress']>;

interface Shared {
  readonly loading: Promise<Pilah>;
  readonly stop: AbortController;
  readonly listeners: Set<OnProgress>;
  users: number;
}

const engines = new Map<string, Shared>();

export interface EngineLease {
  /** Rejects with a PilahError; a later lease then tries again. */
  readonly engine: Promise<Pilah>;
  release(): void;
}

/** Each lease is to be released once. */
export function leaseEngine(wish: Wish, onProgress: OnProgress): EngineLease {
  const key = JSON.stringify([wish.modelUrl ?? null, wish.assetsUrl ?? null, wish.backend ?? null]);
  const shared = engines.get(key) ?? start(key, wish);
  shared.users += 1;
  shared.listeners.add(onProgress);
  return {
    engine: shared.loading,
    release() {
      shared.listeners.delete(onProgress);
      shared.users -= 1;
      if (shared.users > 0) return;
      forget(key, shared);
      shared.stop.abort();
      shared.loading.then(
        (pilah) => pilah.dispose(),
        () => {}, // told to those who waited
      );
    },
  };
}

function start(key: string, wish: Wish): Shared {
  const stop = new AbortController();
  const listeners = new Set<OnProgress>();
  const loading = load({
    ...wish,
    signal: stop.signal,
    onProgress: (progress) => {
      for (const listener of listeners) listener(progress);
    },
  });
  const shared = { loading, stop, listeners, users: 0 };
  engines.set(key, shared);
  loading.catch(() => forget(key, shared));
  return shared;
}

function forget(key: string, shared: Shared): void {
  if (engines.get(key) === shared) engines.delete(key);
}
