/** What is kept of an answer: never the photo, its name or its metadata, only a small picture drawn anew. */
import type { Verdict } from './classification';
import type { WasteClassId } from './waste-class';

export interface HistoryEntry {
  /** Given by the storage; later entries have larger ones. */
  id: number;
  /** When it was answered, in milliseconds since 1970. */
  timeMs: number;
  answer: WasteClassId;
  /** Of the answer, 0 to 1. */
  probability: number;
  verdict: Verdict;
  /** What a person says it is; absent while nobody has corrected the answer. */
  corrected?: WasteClassId;
  /** A JPEG of at most 96 pixels a side. */
  thumbnail: Blob;
}
