/** The history's store: takes down what is to be done, in order, and has the code that does it come with the first of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Classification } from '../domain/classification';
import { CodedError, toCodedFailure } from '../domain/coded-error';
import { answerToKeep } from '../domain/history-entry';
import type { HistoryData, HistoryState, HistoryWork } from './history-state';

export type HistoryStore = StoreApi<HistoryState>;

/** The store as its work sees it. */
export type HistoryAccess = {
  get: () => HistoryData;
  set: (changed: Partial<HistoryData>) => void;
};

/** @param startWork its code is not part of the first screen's */
export function createHistoryStore(
  startWork: (access: HistoryAccess) => Promise<HistoryWork>,
): HistoryStore {
  return createStore<HistoryState>()((set, get) => {
    let work: Promise<HistoryWork> | undefined;
    let last: Promise<unknown> = Promise.resolve();
    /** By the answer itself, so that whoever shows it needs no id. */
    const ids = new WeakMap<Classification, Promise<number | undefined>>();

    function start(): Promise<HistoryWork> {
      work ??= startWork({ get, set }).catch((cause) => {
        work = undefined;
        throw new CodedError('part-unreachable', 'the history', { cause });
      });
      return work;
    }

    /** One after the other: two answers at once, or a correction before its entry is there, would be lost. */
    function run<Result>(job: (work: HistoryWork) => Promise<Result>): Promise<Result | undefined> {
      const current = last
        .then(async () => job(await start()))
        .catch((error: unknown) => {
          set({ failure: toCodedFailure(error, 'history-unavailable').code });
          return undefined;
        });
      last = current;
      return current;
    }

    return {
      entries: null,
      damaged: 0,
      news: null,
      failure: null,
      actions: {
        record: (photo, classification) => {
          const answer = answerToKeep(classification);
          const timeMs = Date.now();
          ids.set(
            classification,
            run((history) => history.record(photo, answer, timeMs)),
          );
        },
        correct: async (classification, rightClass) => {
          const id = await ids.get(classification);
          if (id !== undefined) await run((history) => history.correctEntry(id, rightClass));
        },
        correctEntry: (id, rightClass) => run((history) => history.correctEntry(id, rightClass)),
        remove: (id) => run((history) => history.remove(id)),
        clear: () => run((history) => history.clear()),
        undo: async () => (await run((history) => history.undo())) ?? [],
        removeDamaged: () => run((history) => history.removeDamaged()),
        importFile: (file) => run((history) => history.importFile(file)),
        exportFile: () => run((history) => history.exportFile()),
        load: () => run((history) => history.load()),
        leave: () => run((history) => history.leave()),
        // Out of turn: a picture is wanted at once, and changes nothing.
        thumbnail: async (id) =>
          start()
            .then((history) => history.thumbnail(id))
            .catch(() => null),
        dismissFailure: () => set({ failure: null }),
      },
    };
  });
}
