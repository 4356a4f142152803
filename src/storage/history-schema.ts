/** What an entry looks like where nobody vouches for it: on the disk, and in a file that is brought in. */
import * as v from 'valibot';
import type { HistoryEntry } from '../domain/history-entry';
import { WASTE_CLASS_IDS } from '../domain/waste-class';

/** ECMA-262, 21.4.1.1: no Date is later. */
const LAST_TIME_MS = 8.64e15;

const answerFields = {
  timeMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_TIME_MS)),
  answer: v.picklist(WASTE_CLASS_IDS),
  probability: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  verdict: v.picklist(['sure', 'unsure', 'not-waste']),
  corrected: v.exactOptional(v.picklist(WASTE_CLASS_IDS)),
};

const storedEntry = v.object({
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  ...answerFields,
});

/** At most 16 KB in base64; pictures of 96 pixels have 2 to 8. */
const pictureText = v.pipe(v.string(), v.maxLength(22_000));

/** As long as twice the limit, so that a file made elsewhere is not refused for being long. */
const MAX_FILE_ENTRIES = 20_000;

const historyFile = v.object({
  kind: v.literal('pilah-history'),
  format: v.literal(1),
  entries: v.pipe(
    v.array(v.strictObject({ ...answerFields, thumbnail: v.nullable(pictureText) })),
    v.maxLength(MAX_FILE_ENTRIES),
  ),
});

export type HistoryFile = v.InferOutput<typeof historyFile>;
export type FileEntry = HistoryFile['entries'][number];

/** Undefined for what is no entry. */
export function parseEntry(value: unknown): HistoryEntry | undefined {
  const { success, output } = v.safeParse(storedEntry, value);
  return success ? output : undefined;
}

/** Throws for what is no history. */
export function parseHistoryFile(value: unknown): HistoryFile {
  return v.parse(historyFile, value);
}
