/** The history on the disk: entries, each with its picture beside it. What cannot be read is counted, never thrown away unasked. */
import type { IDBPTransaction } from 'idb';
import { HISTORY_LIMIT, type HistoryEntry, withCorrection } from '../domain/history-entry';
import type { WasteClassId } from '../domain/waste-class';
import { bareJpeg } from './bare-jpeg';
import { type Stores, withDatabase } from './database';
import type { LooseEntry, Picture } from './history-file';
import { parseEntry } from './history-schema';

const BOTH: ('history' | 'thumbnails')[] = ['history', 'thumbnails'];

export interface KeptHistory {
  entries: HistoryEntry[];
  /** Entries that cannot be read. */
  damaged: number;
}

/** As it lay there, readable or not, so that it can be put back exactly so. */
export type TakenOut = readonly { key: number; value: unknown; picture: unknown }[];

export interface ImportCounts {
  added: number;
  /** Were there already. */
  known: number;
  /** Found no room: what is there is never pushed out by a file. */
  leftOut: number;
}

export function readHistory(): Promise<KeptHistory> {
  return withDatabase(async (database) => {
    const values = await database.getAll('history');
    const entries = values.flatMap((value) => parseEntry(value) ?? []);
    return { entries, damaged: values.length - entries.length };
  });
}

/** @returns its id, and those of the oldest, which had to go */
export function addEntry(entry: LooseEntry): Promise<{ id: number; removed: number[] }> {
  return changing(async (writing) => {
    const id = await put(writing, entry);
    const history = writing.objectStore('history');
    const removed: number[] = [];
    const excess = (await history.count()) - HISTORY_LIMIT;
    let oldest = excess > 0 ? await history.index('by-time').openCursor() : null;
    while (oldest && removed.length < excess) {
      removed.push(oldest.primaryKey);
      await oldest.delete();
      await writing.objectStore('thumbnails').delete(oldest.primaryKey);
      oldest = await oldest.continue();
    }
    return { id, removed };
  });
}

/** Null where there is none, or something else in its place. */
export async function readPicture(id: number): Promise<Picture | null> {
  return asPicture(await withDatabase((database) => database.get('thumbnails', id)));
}

/** @returns the entry as it is now; undefined where it is gone */
export function correctEntry(
  id: number,
  rightClass: WasteClassId | null,
): Promise<HistoryEntry | undefined> {
  return changing(async (writing) => {
    const history = writing.objectStore('history');
    const entry = parseEntry(await history.get(id));
    const corrected = entry && withCorrection(entry, rightClass);
    if (corrected) await history.put(corrected);
    return corrected;
  });
}

/** @param ids undefined for all, those that cannot be read among them */
export function takeOut(ids?: readonly number[]): Promise<TakenOut> {
  return changing(async (writing) => {
    const taken = await (ids ? readSome(writing, ids) : readAll(writing));
    await removeKeys(
      writing,
      taken.map(({ key }) => key),
    );
    return taken;
  });
}

export function putBack(taken: TakenOut): Promise<void> {
  return changing(async (writing) => {
    const history = writing.objectStore('history');
    const thumbnails = writing.objectStore('thumbnails');
    await Promise.all(
      taken.flatMap(({ key, value, picture }) => [
        history.put(value),
        picture === undefined ? [] : thumbnails.put(picture, key),
      ]),
    );
  });
}

export function removeDamaged(): Promise<void> {
  return changing(async (writing) => {
    const taken = await readAll(writing);
    const damaged = taken.filter(({ value }) => !parseEntry(value));
    await removeKeys(
      writing,
      damaged.map(({ key }) => key),
    );
  });
}

/** All that can be read, the first kept first. */
export function readWhole(): Promise<LooseEntry[]> {
  return withDatabase(async (database) =>
    (await readAll(database.transaction(BOTH))).flatMap(asLoose),
  );
}

/** Those that are not there yet, and of these the newest where there is no room for all. */
export function addImported(entries: readonly LooseEntry[]): Promise<ImportCounts> {
  return changing(async (writing) => {
    const isNew = newTo((await readAll(writing)).flatMap(asLoose));
    const fresh = entries.filter(isNew).toSorted((a, b) => a.timeMs - b.timeMs);
    const room = Math.max(0, HISTORY_LIMIT - (await writing.objectStore('history').count()));
    const leftOut = Math.max(0, fresh.length - room);
    await Promise.all(fresh.slice(leftOut).map((entry) => put(writing, entry)));
    return {
      added: fresh.length - leftOut,
      known: entries.length - fresh.length,
      leftOut,
    };
  });
}

/** True once for each entry: of the same time, answer and picture there is one. */
function newTo(known: readonly LooseEntry[]): (entry: LooseEntry) => boolean {
  const seen = new Map<string, (Picture | null)[]>();
  const isNew = ({ timeMs, answer, picture }: LooseEntry) => {
    const key = `${timeMs} ${answer}`;
    const pictures = seen.get(key) ?? [];
    if (pictures.some((other) => areEqual(other, picture))) return false;
    seen.set(key, [...pictures, picture]);
    return true;
  };
  known.forEach(isNew);
  return isNew;
}

function areEqual(one: Picture | null, other: Picture | null): boolean {
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

type Transaction = IDBPTransaction<Stores, typeof BOTH, IDBTransactionMode>;
type Writing = IDBPTransaction<Stores, typeof BOTH, 'readwrite'>;

/** All of it or nothing. */
function changing<Result>(job: (writing: Writing) => Promise<Result>): Promise<Result> {
  return withDatabase(async (database) => {
    const writing = database.transaction(BOTH, 'readwrite');
    const [result] = await Promise.all([job(writing), writing.done]);
    return result;
  });
}

async function removeKeys(writing: Writing, keys: readonly number[]): Promise<void> {
  const [history, thumbnails] = [writing.objectStore('history'), writing.objectStore('thumbnails')];
  await Promise.all(keys.flatMap((key) => [history.delete(key), thumbnails.delete(key)]));
}

function asLoose({ value, picture }: TakenOut[number]): LooseEntry[] {
  const entry = parseEntry(value);
  if (!entry) return [];
  const { id: _, ...loose } = entry;
  return [{ ...loose, picture: asPicture(picture) }];
}

async function put(writing: Writing, { picture, ...entry }: LooseEntry): Promise<number> {
  const id = await writing.objectStore('history').add(entry);
  if (picture) await writing.objectStore('thumbnails').put(picture, id);
  return id;
}

async function readAll(reading: Transaction): Promise<TakenOut> {
  const [history, thumbnails] = [reading.objectStore('history'), reading.objectStore('thumbnails')];
  const [keys, values, pictureKeys, pictures] = await Promise.all([
    history.getAllKeys(),
    history.getAll(),
    thumbnails.getAllKeys(),
    thumbnails.getAll(),
  ]);
  const pictureOf = new Map(pictureKeys.map((key, index) => [key, pictures[index]]));
  return keys.map((key, index) => ({ key, value: values[index], picture: pictureOf.get(key) }));
}

async function readSome(reading: Transaction, ids: readonly number[]): Promise<TakenOut> {
  const taken = await Promise.all(
    ids.map(async (key) => ({
      key,
      value: await reading.objectStore('history').get(key),
      picture: await reading.objectStore('thumbnails').get(key),
    })),
  );
  return taken.filter(({ value }) => value !== undefined);
}

function asPicture(value: unknown): Picture | null {
  return (value instanceof Uint8Array && bareJpeg(value)) || null;
}
