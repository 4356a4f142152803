/** Hands the one store to the screens. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PilahState, PilahStore } from '../state/pilah-store';

export const StoreContext = createContext<PilahStore | null>(null);

/** @param select must return something that is equal as long as nothing changed: a part, not a new object */
export function usePilah<Part>(select: (state: PilahState) => Part): Part {
  const store = useContext(StoreContext);
  if (!store) throw new Error('usePilah outside of StoreContext');
  return useStore(store, select);
}
