/** What the page knows of itself as a program: whether it opens without a network, a new version, being installed. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Extra, ShellClient, ShellClientOptions } from '../client/shell-client';
import { type ChoiceStorage, readChoice, writeChoice } from './stored-choice';

export interface ShellState {
  /** Everything that the page loads, but for the model, is on this device. */
  isKept: boolean;
  hasNewVersion: boolean;
  /** The browser would install the page, and nobody has said no to that. */
  mayInstall: boolean;
  actions: ShellActions;
}

export interface ShellActions {
  /** Registers the service worker the first time; later calls only see to it that all is kept. */
  keep: (extras: readonly Extra[]) => Promise<void>;
  update: () => void;
  dismissNewVersion: () => void;
  install: () => Promise<void>;
  /** Remembered: an offer that was refused does not come again. */
  refuseInstall: () => void;
}

export type ShellStore = StoreApi<ShellState>;

interface ShellStoreOptions {
  connect: (options: Pick<ShellClientOptions, 'onNewVersion'>) => Promise<ShellClient | undefined>;
  storage: ChoiceStorage;
  /** The window, which is told once that it may be installed. */
  events: Pick<Window, 'addEventListener'>;
}

/** https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent: in Chromium only. */
interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

const REFUSED = 'refused';

export function createShellStore({ connect, storage, events }: ShellStoreOptions): ShellStore {
  return createStore<ShellState>()((set) => {
    let client: Promise<ShellClient | undefined> | undefined;
    let installer: InstallEvent | undefined;

    events.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault(); // the browser's own offer would come at once
      installer = event as InstallEvent; // TypeScript's DOM does not know it
      set({ mayInstall: readChoice(storage, 'install') !== REFUSED });
    });
    events.addEventListener('appinstalled', () => set({ mayInstall: false }));

    return {
      isKept: false,
      hasNewVersion: false,
      mayInstall: false,
      actions: {
        keep: async (extras) => {
          client ??= connect({ onNewVersion: () => set({ hasNewVersion: true }) });
          try {
            const isKept = await (await client)?.keep(extras);
            set({ isKept: isKept ?? false });
          } catch {
            client = undefined; // its code did not come: the next screen asks again
          }
        },
        update: () => void client?.then((shell) => shell?.update()),
        dismissNewVersion: () => set({ hasNewVersion: false }),
        install: async () => {
          set({ mayInstall: false }); // a prompt is good for one time
          await installer?.prompt();
        },
        refuseInstall: () => {
          writeChoice(storage, 'install', REFUSED);
          set({ mayInstall: false });
        },
      },
    };
  });
}
