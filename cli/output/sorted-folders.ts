/**
 * Puts photos into a folder for each kind: copies first, lets a line be written, and only then removes a source.
 * Killed at any moment, it leaves each photo in its source, at its place, or, told by the lines, in both.
 */
import {
  access,
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rm,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Classification, topClass } from '../../src/domain/classification';
import { StoppedError } from '../cli-error';
import type { PhotoInput } from '../input/photo-input';
import { isRunning } from './run-file';

/** Longer names are cut: file systems take 255 bytes, and ` (2)` may be added. */
const MAX_NAME_BYTES = 200;
const COMPARED_BYTES = 64 * 1024;

type Photo = Exclude<PhotoInput, { kind: 'broken' }>;

export interface SortedFolders {
  /**
   * Gives the photo its place, such as `glass/a.jpg`; undefined when its source cannot be read any more.
   * Throws a StoppedError when the folder does not take it.
   */
  place(photo: Photo, classification: Classification): Promise<string | undefined>;
  /** Once the line that names the place is written: a photo that is moved leaves its source. */
  leave(photo: Photo, place: string): Promise<void>;
}

/** @param places that earlier lines name: what lies there is other photos' own; those of this run are added */
export async function openSortedFolders(
  folder: string,
  isMove: boolean,
  places: ReadonlySet<string>,
): Promise<SortedFolders> {
  const taken = new Set(places);
  const passing = join(folder, `.pilah-${process.pid}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await clearPassing(folder);
  } catch (cause) {
    throw new StoppedError(`${folder} cannot be made: ${cause}`, { cause });
  }

  async function place(photo: Photo, classification: Classification): Promise<string | undefined> {
    const kind = kindOf(classification);
    try {
      await mkdir(join(folder, kind), { recursive: true });
      return await placeAs(photo, kind);
    } catch (cause) {
      if (photo.kind === 'file' && !(await isReadable(photo.name))) return undefined;
      throw new StoppedError(`${join(folder, kind)} does not take ${photo.name}: ${cause}`, {
        cause,
      });
    } finally {
      await rm(passing, { force: true });
    }
  }

  /** Under the first name that is free, or that holds this photo since a run that was stopped. */
  async function placeAs(photo: Photo, kind: string): Promise<string> {
    if (photo.kind === 'entry') await writeFile(passing, photo.bytes);
    else if (!isMove || !(await linked(photo.name, passing))) await copied(photo.name, passing);
    for (let number = 1; ; number += 1) {
      const found = `${kind}/${numbered(plainName(photo.name), number)}`;
      if (taken.has(found)) continue;
      if (await takeName(passing, join(folder, found))) {
        taken.add(found);
        return found;
      }
    }
  }

  return {
    place,
    async leave(photo, found) {
      if (!isMove || photo.kind !== 'file') return;
      try {
        const path = join(folder, found);
        const isInPlace = (await realpath(photo.name)) === (await realpath(path));
        if (!isInPlace && (await isAlike(photo.name, path))) await unlink(photo.name);
      } catch (cause) {
        throw new StoppedError(`${photo.name} is copied and cannot be removed: ${cause}`, {
          cause,
        });
      }
    },
  };
}

/** The same file under a second name: nothing is copied. False across file systems, and for what is a link itself. */
async function linked(source: string, passing: string): Promise<boolean> {
  if (!(await lstat(source)).isFile()) return false;
  return link(source, passing).then(
    () => true,
    () => false,
  );
}

/** With the time that the photo was last changed. */
async function copied(source: string, passing: string): Promise<void> {
  await copyFile(source, passing, constants.COPYFILE_FICLONE);
  const { atime, mtime } = await stat(source);
  await utimes(passing, atime, mtime);
}

/** What runs that were killed left half copied. */
async function clearPassing(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^\.pilah-(\d+)\.part$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** Whether the name is the photo's now. Never takes another file's. */
async function takeName(passing: string, path: string): Promise<boolean> {
  try {
    await link(passing, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return isAlike(passing, path);
  }
  // No links on this file system, such as a memory card's.
  try {
    await copyFile(passing, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return isAlike(passing, path);
  }
}

function kindOf(classification: Classification): string {
  const { verdict } = classification;
  return verdict === 'sure' ? topClass(classification).id : verdict;
}

/** The last part of its name, without what a file system may refuse; never `..`, hidden or empty. */
function plainName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}<>:"|?*]/gu, '_');
  const ending = extname(last).slice(0, 8);
  let stem = last.slice(0, last.length - extname(last).length).replace(/^\.+/, '_') || '_';
  while (Buffer.byteLength(stem + ending) > MAX_NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  return stem + ending;
}

function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const ending = extname(name);
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
}

async function isReadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** To the last byte. */
async function isAlike(one: string, other: string): Promise<boolean> {
  if (!(await lstat(other).catch(() => undefined))?.isFile()) return false;
  if ((await stat(one)).size !== (await stat(other)).size) return false;
  const files = [await open(one), await open(other)] as const;
  try {
    const [first, second] = [Buffer.alloc(COMPARED_BYTES), Buffer.alloc(COMPARED_BYTES)];
    for (let position = 0; ; ) {
      const { bytesRead } = await files[0].read(first, 0, COMPARED_BYTES, position);
      await files[1].read(second, 0, COMPARED_BYTES, position);
      if (bytesRead === 0) return true;
      if (first.compare(second, 0, bytesRead, 0, bytesRead) !== 0) return false;
      position += bytesRead;
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}
