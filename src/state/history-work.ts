/** What the history's actions do: on the disk first, then in the store, where somebody looks; other tabs are told. */
import { type HistoryEntry, newestFirst } from '../domain/history-entry';
import { readHistoryFile, writeHistoryFile } from '../storage/history-file';
import {
  addEntry,
  addImported,
  correctEntry,
  putBack,
  readHistory,
  readPicture,
  readWhole,
  removeDamaged,
  type TakenOut,
  takeOut,
} from '../storage/history-records';
import { drawThumbnail } from '../storage/thumbnail';
import type { HistoryWork } from './history-state';
import type { HistoryAccess } from './history-store';

const CHANNEL = 'pilah-history';
/** Of many changes in another tab, one reading is enough. */
const PAUSE_MS = 300;

export function createHistoryWork({ get, set }: HistoryAccess): HistoryWork {
  let taken: TakenOut = [];
  /** Heard only while somebody looks. */
  let others: BroadcastChannel | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    const { entries, damaged } = await readHistory();
    set({ entries: newestFirst(entries), damaged });
  }

  function listen(): void {
    if (others) return;
    others = new BroadcastChannel(CHANNEL);
    others.onmessage = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void read().catch(() => {}), PAUSE_MS);
    };
  }

  function tellOthers(): void {
    // One's own channel does not hear what it says; a new one would be heard here, too.
    const channel = others ?? new BroadcastChannel(CHANNEL);
    channel.postMessage('changed');
    if (channel !== others) channel.close();
  }

  function change(edit: (entries: readonly HistoryEntry[]) => readonly HistoryEntry[]): void {
    const { entries } = get();
    if (entries) set({ entries: edit(entries) });
    tellOthers();
  }

  async function remove(ids?: number[]): Promise<void> {
    taken = await takeOut(ids);
    const gone = ids && new Set(ids);
    change((entries) => (gone ? entries.filter(({ id }) => !gone.has(id)) : []));
    set({ news: { kind: 'removed', count: taken.length }, ...(gone ? {} : { damaged: 0 }) });
  }

  function forgetTaken(): void {
    taken = [];
    set({ news: null });
  }

  return {
    record: async (photo, answer, timeMs) => {
      // An answer without its picture is worth keeping, too.
      const picture = await drawThumbnail(photo).catch(() => null);
      const entry = { timeMs, ...answer };
      const { id, removed } = await addEntry({ ...entry, picture });
      change((entries) =>
        newestFirst([{ id, ...entry }, ...entries.filter(({ id }) => !removed.includes(id))]),
      );
      return id;
    },
    correctEntry: async (id, rightClass) => {
      forgetTaken();
      const corrected = await correctEntry(id, rightClass);
      if (corrected) {
        change((entries) => entries.map((entry) => (entry.id === id ? corrected : entry)));
      }
    },
    remove: (id) => remove([id]),
    clear: () => remove(),
    undo: async () => {
      const back = taken;
      await putBack(back);
      taken = [];
      tellOthers();
      set({ news: { kind: 'restored', count: back.length } });
      if (get().entries) await read();
      return back.map(({ key }) => key);
    },
    removeDamaged: async () => {
      forgetTaken();
      await removeDamaged();
      set({ damaged: 0 });
      tellOthers();
    },
    importFile: async (file) => {
      forgetTaken();
      const counts = await addImported(await readHistoryFile(file));
      set({ news: { kind: 'imported', ...counts } });
      tellOthers();
      if (get().entries) await read();
    },
    exportFile: async () => writeHistoryFile(await readWhole()),
    load: async () => {
      listen();
      await read();
    },
    leave: async () => {
      clearTimeout(timer);
      others?.close();
      others = undefined;
      taken = [];
      set({ entries: null, damaged: 0, news: null });
    },
    thumbnail: async (id) => {
      const picture = await readPicture(id);
      return picture && new Blob([picture], { type: 'image/jpeg' });
    },
  };
}
