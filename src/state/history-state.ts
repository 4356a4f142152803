/** What the page knows of its history, and what can be done with it. Types alone: history-store.ts is small, history-work.ts comes later. */
import type { Classification } from '../domain/classification';
import type { ErrorCode } from '../domain/coded-error';
import type { AnswerToKeep, HistoryEntry } from '../domain/history-entry';
import type { WasteClassId } from '../domain/waste-class';

/** What the last action has done. Only what was removed can be undone, until the next action. */
export type HistoryNews =
  | { kind: 'removed'; count: number }
  | { kind: 'restored'; count: number }
  | { kind: 'imported'; added: number; known: number; leftOut: number };

export interface HistoryData {
  /** Newest first; null while nobody looks at them, and until they have been read. */
  entries: readonly HistoryEntry[] | null;
  /** So many more cannot be read. */
  damaged: number;
  news: HistoryNews | null;
  /** Of reading or writing: stays until it is dismissed, since an answer may be missing by it. */
  failure: ErrorCode | null;
}

export interface HistoryActions {
  /** Keeps an answer. Returns at once and never throws. */
  record: (photo: Blob, classification: Classification) => void;
  /** Of an answer that was recorded in this visit; else nothing happens. Null takes a correction back. */
  correct: (classification: Classification, rightClass: WasteClassId | null) => Promise<void>;
  correctEntry: (id: number, rightClass: WasteClassId | null) => Promise<void>;
  remove: (id: number) => Promise<void>;
  clear: () => Promise<void>;
  /** @returns the ids that are there again */
  undo: () => Promise<readonly number[]>;
  removeDamaged: () => Promise<void>;
  importFile: (file: Blob) => Promise<void>;
  /** Undefined where it failed. */
  exportFile: () => Promise<File | undefined>;
  /** Somebody looks at the entries: they are read, and kept as they are on the disk. */
  load: () => Promise<void>;
  /** Nobody does any more: they, and what could be undone, are let go. */
  leave: () => Promise<void>;
  /** Null where there is none. */
  thumbnail: (id: number) => Promise<Blob | null>;
  dismissFailure: () => void;
}

export interface HistoryState extends HistoryData {
  /** Never changes, so that taking it redraws nothing. */
  actions: HistoryActions;
}

/** The actions' work, one call at a time. Each rejects with a CodedError. */
export interface HistoryWork
  extends Omit<HistoryActions, 'record' | 'correct' | 'exportFile' | 'dismissFailure'> {
  record: (photo: Blob, answer: AnswerToKeep, timeMs: number) => Promise<number>;
  exportFile: () => Promise<File>;
}
