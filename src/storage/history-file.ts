/** The history as one file: written for a person to keep, read as what a stranger may have made. */
import { CodedError } from '../domain/coded-error';
import type { HistoryEntry } from '../domain/history-entry';
import { bareJpeg } from './bare-jpeg';
import { type FileEntry, type HistoryFile, parseHistoryFile } from './history-schema';

/** Ten thousand entries are 30 to 50 MB. */
const MAX_FILE_BYTES = 120e6;
/** So many entries become text at a time: in one piece a phone would have all twice. */
const ENTRIES_A_PART = 500;

export type Picture = Uint8Array<ArrayBuffer>;

/** An entry with its picture, but without a place in the storage. */
export interface LooseEntry extends Omit<HistoryEntry, 'id'> {
  picture: Picture | null;
}

export function writeHistoryFile(entries: readonly LooseEntry[]): File {
  const head = { kind: 'pilah-history', format: 1 } satisfies Omit<HistoryFile, 'entries'>;
  const parts: string[] = [`${JSON.stringify(head).slice(0, -1)},"entries":[`];
  for (let start = 0; start < entries.length; start += ENTRIES_A_PART) {
    const part = entries.slice(start, start + ENTRIES_A_PART).map(toFile);
    parts.push(start > 0 ? ',\n' : '\n', part.map((entry) => JSON.stringify(entry)).join(',\n'));
  }
  return new File([...parts, '\n]}\n'], 'pilah-history.json', { type: 'application/json' });
}

/** Rejects with `import-invalid` for anything else, as a whole: half a history would be taken for all. */
export async function readHistoryFile(file: Blob): Promise<LooseEntry[]> {
  try {
    if (file.size > MAX_FILE_BYTES) throw new RangeError(`${file.size} bytes`);
    return parseHistoryFile(JSON.parse(await file.text())).entries.map(fromFile);
  } catch (cause) {
    throw new CodedError('import-invalid', String(cause), { cause });
  }
}

function toFile({ picture, ...entry }: LooseEntry): FileEntry {
  return { ...entry, thumbnail: picture && toBase64(picture) };
}

function fromFile({ thumbnail, ...entry }: FileEntry): LooseEntry {
  if (thumbnail === null) return { ...entry, picture: null };
  const bytes = Uint8Array.from(atob(thumbnail), (letter) => letter.charCodeAt(0));
  const picture = bareJpeg(bytes);
  if (!picture) throw new TypeError('a thumbnail that is none');
  return { ...entry, picture };
}

/** Thumbnails are small enough to be one call's arguments. */
function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
