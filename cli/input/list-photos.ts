/** Turns what was named on the command line into photos, one after another, always in the same order. Decodes none. */
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { RefusedError } from '../cli-error';
import { archiveKind, archivePhotos } from './archive';
import type { PhotoInput } from './photo-input';
import { isPhotoName } from './photo-name';

/** The name of standard input among the paths and for `--files-from`. */
export const STANDARD_INPUT = '-';

export interface InputOptions {
  /** Files, folders, archives, patterns, and `-`. */
  paths: readonly string[];
  /** A file with more of them, without patterns. */
  filesFrom: string | undefined;
  /** The list's names end in NUL instead of a line end. */
  isNulSeparated: boolean;
  isRecursive: boolean;
  /** A folder that is no input, though it may lie in one: where photos are sorted into. */
  leftOut?: string | undefined;
  /** Why archives are no input; undefined where they are. */
  archivesRefused?: string | undefined;
  /** To count: archives' entries come without bytes. */
  namesOnly?: boolean;
}

export async function* listPhotos(options: InputOptions): AsyncGenerator<PhotoInput> {
  for (const path of options.paths) {
    if (path === STANDARD_INPUT) yield* listed(path, options);
    else yield* named(path, options);
  }
  if (options.filesFrom !== undefined) yield* listed(options.filesFrom, options);
}

/** Whether the photos can be listed a second time, to count them. */
export function canListTwice({ paths, filesFrom }: InputOptions): boolean {
  return !paths.includes(STANDARD_INPUT) && (filesFrom ?? '') !== STANDARD_INPUT;
}

/** A name that is there is that file, even if it could be a pattern. */
async function* named(path: string, options: InputOptions): AsyncGenerator<PhotoInput> {
  const found = await stat(path).catch(() => undefined);
  if (found || !isDynamicPattern(path)) {
    yield* existing(path, found?.isDirectory() ?? false, options);
    return;
  }
  const matches = await glob(path, {
    absolute: isAbsolute(path),
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  // A pattern without a match stands for itself, as in a shell: a file that cannot be read.
  if (matches.length === 0) yield { kind: 'file', name: path };
  for (const match of matches.sort()) yield* existing(match, false, options);
}

async function* listed(list: string, options: InputOptions): AsyncGenerator<PhotoInput> {
  const bytes = list === STANDARD_INPUT ? process.stdin : createReadStream(list);
  try {
    for await (const path of split(bytes, options.isNulSeparated)) {
      const found = await stat(path).catch(() => undefined);
      yield* existing(path, found?.isDirectory() ?? false, options);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause; // no error of a file
    throw new RefusedError(`${list}: the list cannot be read`, { cause });
  }
}

async function* existing(
  path: string,
  isFolder: boolean,
  options: InputOptions,
): AsyncGenerator<PhotoInput> {
  if (isFolder) {
    yield* folderPhotos(path, options);
    return;
  }
  const kind = await archiveKind(path);
  if (kind && options.archivesRefused)
    throw new RefusedError(`${path}: ${options.archivesRefused}`);
  if (kind) yield* archivePhotos(path, kind, options.namesOnly ?? false);
  else yield { kind: 'file', name: path };
}

async function* folderPhotos(folder: string, options: InputOptions): AsyncGenerator<PhotoInput> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  // Left to the thread that reads files to say so.
  if (!entries) yield { kind: 'file', name: folder };
  for (const entry of entries?.sort((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isEntered = options.isRecursive && !entry.name.startsWith('.');
      if (isEntered && !(await isLeftOut(path, options))) yield* folderPhotos(path, options);
    } else if (isPhotoName(entry.name)) yield { kind: 'file', name: path };
  }
}

async function isLeftOut(path: string, { leftOut }: InputOptions): Promise<boolean> {
  return leftOut !== undefined && (await realpath(path)) === (await realpath(leftOut));
}

/** Names between NULs or line ends, which may be Windows' own; empty ones are left out. */
async function* split(
  bytes: AsyncIterable<Buffer | string>,
  isNulSeparated: boolean,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const separator = isNulSeparated ? '\0' : /\r?\n/;
  let rest = '';
  for await (const chunk of bytes) {
    const names = (rest + decoder.decode(Buffer.from(chunk), { stream: true })).split(separator);
    rest = names.pop() ?? '';
    yield* names.filter(Boolean);
  }
  if (!isNulSeparated) rest = rest.replace(/\r$/, '');
  if (rest !== '') yield rest;
}
