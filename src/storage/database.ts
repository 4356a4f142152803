/** The one database of the page: opened when it is first needed, given up politely, errors coded. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { CodedError } from '../domain/coded-error';

export const DATABASE_NAME = 'pilah';
/** One more, with a step in `upgrade`, for each change of the stores. */
const VERSION = 1;

/** What is read may be anything: who reads parses. */
export interface Stores extends DBSchema {
  history: { key: number; value: unknown; indexes: { 'by-time': number; 'by-class': string } };
  /** By the entry's id, apart from it: a list of ten thousand is read without its pictures. */
  thumbnails: { key: number; value: unknown };
  /** One file of lessons, under its store's name. */
  lessons: { key: string; value: unknown };
}

type Database = IDBPDatabase<Stores>;

let opened: Promise<Database> | undefined;

/** Whatever goes wrong is a CodedError. A transaction that fails has changed nothing. */
export async function withDatabase<Result>(
  job: (database: Database) => Promise<Result>,
): Promise<Result> {
  try {
    opened ??= open();
    return await job(await opened);
  } catch (cause) {
    giveUp(); // the next job opens it anew
    if (cause instanceof CodedError) throw cause;
    const isNewer = cause instanceof DOMException && cause.name === 'VersionError';
    const code = isNewer ? 'history-newer' : 'history-unavailable';
    throw new CodedError(code, String(cause), { cause });
  }
}

function open(): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<Stores>(DATABASE_NAME, VERSION, {
      upgrade: (database) => {
        const history = database.createObjectStore('history', {
          keyPath: 'id',
          autoIncrement: true,
        });
        history.createIndex('by-time', 'timeMs');
        history.createIndex('by-class', 'answer');
        database.createObjectStore('thumbnails');
        database.createObjectStore('lessons');
      },
      // A tab with an older page that does not let go: a person has to close it.
      blocked: () => reject(new CodedError('history-unavailable', 'blocked by another tab')),
      // Another tab wants to change or delete it.
      blocking: giveUp,
      terminated: giveUp,
    }).then(resolve, reject);
  });
}

function giveUp(): void {
  opened?.then(
    (database) => database.close(),
    () => {},
  );
  opened = undefined;
}
