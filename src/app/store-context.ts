/** Hands the stores to the screens. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { HistoryState } from '../state/history-state';
import type { HistoryStore } from '../state/history-store';
import type { PilahState, PilahStore } from '../state/pilah-store';
import type { SettingsState, SettingsStore } from '../state/settings-store';
import type { ShellState, ShellStore } from '../state/shell-store';
import type { TeachState, TeachStore } from '../state/teach-store';

export interface Stores {
  pilah: PilahStore;
  shell: ShellStore;
  settings: SettingsStore;
  teaching: TeachStore;
  history: HistoryStore;
}

export const StoreContext = createContext<Stores | null>(null);

/** @param select must return something that is equal as long as nothing changed: a part, not a new object */
export function usePilah<Part>(select: (state: PilahState) => Part): Part {
  return useStore(useStores().pilah, select);
}

/** As `usePilah`. */
export function useShell<Part>(select: (state: ShellState) => Part): Part {
  return useStore(useStores().shell, select);
}

/** As `usePilah`. */
export function useSettings<Part>(select: (state: SettingsState) => Part): Part {
  return useStore(useStores().settings, select);
}

/** As `usePilah`. */
export function useHistory<Part>(select: (state: HistoryState) => Part): Part {
  return useStore(useStores().history, select);
}

/** As `usePilah`. */
export function useTeaching<Part>(select: (state: TeachState) => Part): Part {
  return useStore(useStores().teaching, select);
}

function useStores(): Stores {
  const stores = useContext(StoreContext);
  if (!stores) throw new Error('no StoreContext around this');
  return stores;
}
