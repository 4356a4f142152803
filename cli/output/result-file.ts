/** The output of a run: standard output, or a file that a later run can go on with. One whole line at a time. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { OutputFormat } from '../arguments/parse-arguments';
import { RefusedError, StoppedError } from '../cli-error';
import { BYTE_ORDER_MARK, readCsv } from '../input/read-csv';
import { readLines } from '../input/read-lines';
import { harmless } from './csv-line';
import { checkRunFile, type MadeWith, writeRunFile } from './run-file';

/** A line that is there: where its photo was sorted to, where it was. */
interface Written {
  key: string;
  to: string | undefined;
  endBytes: number;
}

export interface ResultFile {
  /** Whether the file held a line for this photo, and which place it names. Each line counts once. */
  take(file: string): { to: string | undefined } | undefined;
  /** Places that lines name. */
  places: ReadonlySet<string>;
  /** Throws a StoppedError when the disk does not take it. */
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

export interface ResultFileOptions {
  out: string;
  format: OutputFormat;
  header: string;
  isResumed: boolean;
  madeWith: MadeWith;
}

/** Throws a RefusedError where the file is there and may not be written to. */
export async function openResultFile(options: ResultFileOptions): Promise<ResultFile> {
  const { out, format, isResumed, madeWith } = options;
  const isThere = await stat(out).then(
    () => true,
    () => false,
  );
  if (isThere && !isResumed) {
    const hint = format === 'text' ? '' : '; --resume goes on with it';
    throw new RefusedError(`${out} is there already and is not overwritten${hint}`);
  }
  if (isThere) await checkRunFile(out, madeWith);
  let file: FileHandle | undefined;
  try {
    if (format !== 'text') await writeRunFile(out, madeWith);
    file = await open(out, isThere ? 'r+' : 'wx');
    return await resume(file, options);
  } catch (cause) {
    await file?.close();
    if (cause instanceof RefusedError) throw cause;
    throw new RefusedError(`${out} cannot be written: ${messageOf(cause)}`, { cause });
  }
}

async function resume(file: FileHandle, options: ResultFileOptions): Promise<ResultFile> {
  const { out, format, header } = options;
  const done = new Map<string, (string | undefined)[]>();
  const places = new Set<string>();
  let endBytes = 0;
  for await (const written of format === 'csv' ? csvLines(out, header) : jsonLines(out)) {
    endBytes = written.endBytes;
    if (written.key === '') continue;
    done.set(written.key, [...(done.get(written.key) ?? []), written.to]);
    if (written.to !== undefined) places.add(written.to);
  }
  await file.truncate(endBytes);
  const write = async (text: string) => {
    try {
      // All of it or an error, at the file's end, which is known: nobody else writes here.
      const bytes = Buffer.from(text);
      for (let sent = 0; sent < bytes.length; ) {
        const { bytesWritten } = await file.write(
          bytes,
          sent,
          bytes.length - sent,
          endBytes + sent,
        );
        sent += bytesWritten;
      }
      endBytes += bytes.length;
    } catch (cause) {
      throw new StoppedError(`${out} cannot be written: ${messageOf(cause)}`, { cause });
    }
  };
  if (endBytes === 0 && header !== '') await write(BYTE_ORDER_MARK + header);
  return {
    take(name) {
      const key = format === 'csv' ? harmless(name) : name;
      const lines = done.get(key);
      if (!lines) return undefined;
      const to = lines.shift();
      if (lines.length === 0) done.delete(key);
      return { to };
    },
    places,
    write,
    close: () => file.close(),
  };
}

async function* jsonLines(out: string): AsyncGenerator<Written> {
  for await (const { text, endBytes } of readLines(out))
    yield { ...parsedLine(out, text), endBytes };
}

function parsedLine(out: string, line: string): { key: string; to: string | undefined } {
  try {
    const { file, to } = JSON.parse(line);
    if (typeof file === 'string') return { key: file, to: typeof to === 'string' ? to : undefined };
  } catch {
    // said below
  }
  throw new RefusedError(`${out} cannot be resumed: it holds a line that is no answer`);
}

async function* csvLines(out: string, header: string): AsyncGenerator<Written> {
  const columns = header.trimEnd().split(',');
  const place = columns.indexOf('to');
  let isHeader = true;
  for await (const { cells, endBytes } of readCsv(out, false)) {
    const isAnswer = cells.length === columns.length;
    if (!isAnswer || (isHeader && cells.join() !== columns.join())) {
      throw new RefusedError(`${out} cannot be resumed: it holds a line that is no answer`);
    }
    yield { key: isHeader ? '' : (cells[0] ?? ''), to: cells[place] || undefined, endBytes };
    isHeader = false;
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
