/** What a person taught Pilah on this device: plain data, and actions whose code comes with the first of them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ErrorCode, toCodedFailure } from '../domain/coded-error';
import type { Lesson, Sight, TeachReport } from '../domain/lesson';
import type { WasteClassId } from '../domain/waste-class';

export interface TeachData {
  lessons: readonly Lesson[];
  /** What the last action led to. */
  news: 'learnt' | 'undone' | 'forgotten' | null;
  /** Of the lessons that are in use; null while there are none. */
  report: TeachReport | null;
  failure: ErrorCode | null;
}

export interface TeachActions {
  /** Answers change by what is kept. */
  turnOn: () => Promise<void>;
  /** Answers are the shipped model's; what was taught stays kept. */
  turnOff: () => Promise<void>;
  /** One lesson more, unless it spoils other answers. */
  add: (sight: Sight, rightClass: WasteClassId) => Promise<void>;
  forget: () => Promise<void>;
  /** Adds the lessons of the file. */
  importFile: (file: Blob) => Promise<void>;
}

export type TeachState = TeachData & { actions: TeachActions };
export type TeachStore = StoreApi<TeachState>;

export interface TeachAccess {
  get: () => TeachData;
  set: (changed: Partial<TeachData>) => void;
}

/** @param startWork its code is not part of the first screen's */
export function createTeachStore(
  startWork: (access: TeachAccess) => Promise<TeachActions>,
): TeachStore {
  return createStore<TeachState>()((set, get) => {
    /** One after the other, each on what the one before has left. */
    let last: Promise<void> = Promise.resolve();

    function run(job: (work: TeachActions) => Promise<void>): Promise<void> {
      last = last.then(async () => {
        set({ news: null, failure: null });
        try {
          await job(await startWork({ get, set }));
        } catch (error) {
          set({ failure: toCodedFailure(error, 'part-unreachable').code });
        }
      });
      return last;
    }

    return {
      lessons: [],
      news: null,
      report: null,
      failure: null,
      actions: {
        turnOn: () => run((work) => work.turnOn()),
        turnOff: () => run((work) => work.turnOff()),
        add: (sight, rightClass) => run((work) => work.add(sight, rightClass)),
        forget: () => run((work) => work.forget()),
        importFile: (file) => run((work) => work.importFile(file)),
      },
    };
  });
}
