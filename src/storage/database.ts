/** The one database of the page: opened when it is first needed, given up politely, errors coded. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { CodedError } from '../domain/coded-error';

export const DATABASE_NAME = 'pilah';
/** One more, with a step in `upgrade`, for each change of the stores. */
const VERSION = 1;
/** A tab that holds an older version, and does not let go as ours do, makes an opening wait for ever. */
const PATIENCE_MS = 4000;

/** What is read may be anything: who reads parses. */
export interface Stores extends DBSchema {
  history: { key: number; value: unknown; indexes: { 'by-time': number; 'by-class': string } };
  /** By the entry's id, apart from it: a list of ten thousand is read without its pictures. */
  thumbnails: { key: number; value: unknown };
  /** One file of lessons, under its store's name. */
  lessons: { key: string; value: unknown };
}

type Database = IDBPDatabase<Stores>;

// With an open database the browser would not put the page aside whole, to take it out again on the way back.
addEventListener('pagehide', giveUp);

interface Opening {
  database: Promise<Database>;
  /** Fulfilled when waiting has been long enough. */
  patience: Promise<undefined>;
}

let opening: Opening | undefined;

/** Whatever goes wrong is a CodedError. A transaction that fails has changed nothing. */
export async function withDatabase<Result>(
  job: (database: Database) => Promise<Result>,
): Promise<Result> {
  opening ??= open();
  const { database, patience } = opening;
  try {
    const opened = await Promise.race([database, patience]);
    // It goes on waiting: the next job finds it open, or is told at once.
    if (!opened) throw new CodedError('history-unavailable', 'held by another tab');
    return await job(opened);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    giveUp(); // the next job opens it anew
    const isNewer = cause instanceof DOMException && cause.name === 'VersionError';
    const code = isNewer ? 'history-newer' : 'history-unavailable';
    throw new CodedError(code, String(cause), { cause });
  }
}

function open(): Opening {
  return {
    database: openDatabase(),
    patience: new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  };
}

/** In an async function, so that what is thrown at once is a rejection, too. */
async function openDatabase(): Promise<Database> {
  return openDB<Stores>(DATABASE_NAME, VERSION, {
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
    // Another tab wants to change or delete it.
    blocking: giveUp,
    terminated: giveUp,
  });
}

function giveUp(): void {
  opening?.database.then(
    (database) => database.close(),
    () => {},
  );
  opening = undefined;
}
