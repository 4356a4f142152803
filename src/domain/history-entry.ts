/** What is kept of an answer: never the photo, its name or its metadata. A small picture, drawn anew, is kept beside it. */
import { type Classification, topClass, type Verdict } from './classification';
import type { WasteClassId } from './waste-class';

/** Beyond it the oldest go. */
export const HISTORY_LIMIT = 10_000;

export interface HistoryEntry extends AnswerToKeep {
  /** Given by the storage; later entries have larger ones. */
  id: number;
  /** When it was answered, in milliseconds since 1970. */
  timeMs: number;
  /** What a person says it is; absent while nobody has corrected the answer. */
  corrected?: WasteClassId;
}

/** Of a classification, what a history needs. */
export interface AnswerToKeep {
  answer: WasteClassId;
  /** Of the answer, 0 to 1. */
  probability: number;
  verdict: Verdict;
}

export function answerToKeep(classification: Classification): AnswerToKeep {
  const { id: answer, probability } = topClass(classification);
  return { answer, probability, verdict: classification.verdict };
}

/** Where a person agrees with a kind that was answered, nothing is corrected; not waste is no kind. */
export function withCorrection<Entry extends Omit<HistoryEntry, 'id'>>(
  { corrected: _, ...entry }: Entry,
  rightClass: WasteClassId | null,
) {
  const agrees = rightClass === entry.answer && entry.verdict !== 'not-waste';
  return rightClass === null || agrees ? entry : { ...entry, corrected: rightClass };
}

export function newestFirst(entries: readonly HistoryEntry[]): HistoryEntry[] {
  return entries.toSorted((a, b) => b.timeMs - a.timeMs || b.id - a.id);
}
