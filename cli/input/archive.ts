/** Reads the photos of zip and tar archives, one entry in memory at a time; writes nothing. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { posix } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import yauzl from 'yauzl';
import { sniffFormat } from '../../src/domain/image-format';
import type { FileErrorCode } from '../cli-error';
import type { PhotoInput } from './photo-input';
import { isPhotoName } from './photo-name';

/** Larger than photos of 120 megapixels are; what an entry says of its size is held against this, and it to that. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
/** A tar archive's mark ends at byte 262. */
const HEAD_BYTES = 512;

export type ArchiveKind = 'zip' | 'tar' | 'tar.gz';

/** By its first bytes; undefined for anything else, a file that cannot be read among it. */
export async function archiveKind(path: string): Promise<ArchiveKind | undefined> {
  try {
    const file = await open(path);
    try {
      const { buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      if (buffer.subarray(257, 262).toString('latin1') === 'ustar') return 'tar';
      const mark = buffer.toString('latin1', 0, 4);
      if (mark === 'PK\x03\x04' || mark === 'PK\x05\x06') return 'zip';
      return mark.startsWith('\x1f\x8b') ? 'tar.gz' : undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined; // the thread that is to read it says why it cannot
  }
}

/**
 * The photos in it, by their endings, in its own order.
 *
 * @param namesOnly to count them: entries come without bytes
 */
export function archivePhotos(
  path: string,
  kind: ArchiveKind,
  namesOnly: boolean,
): AsyncGenerator<PhotoInput> {
  return kind === 'zip'
    ? zipPhotos(path, namesOnly)
    : tarPhotos(path, kind === 'tar.gz', namesOnly);
}

async function* zipPhotos(path: string, namesOnly: boolean): AsyncGenerator<PhotoInput> {
  let zip: yauzl.ZipFile | undefined;
  try {
    // Names are decoded here: yauzl would refuse a whole archive for one name that leads out of it.
    zip = await yauzl.openPromise(path, { decodeStrings: false, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      const inner = yauzl.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      if (isPhotoName(inner)) yield await zipPhoto(zip, entry, entryName(path, inner), namesOnly);
    }
  } catch (error) {
    yield broken(path, 'archive-damaged', error);
  } finally {
    zip?.close();
  }
}

async function zipPhoto(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  namesOnly: boolean,
): Promise<PhotoInput> {
  if (namesOnly) return { kind: 'entry', name, bytes: new Uint8Array() };
  if (entry.isEncrypted()) return broken(name, 'entry-encrypted', 'needs a password');
  if (entry.uncompressedSize > MAX_ENTRY_BYTES) return tooLarge(name, entry.uncompressedSize);
  try {
    const bytes = await readPhoto(await zip.openReadStreamPromise(entry), true);
    return { kind: 'entry', name, bytes };
  } catch (error) {
    return broken(name, 'archive-damaged', error);
  }
}

async function* tarPhotos(
  path: string,
  isZipped: boolean,
  namesOnly: boolean,
): AsyncGenerator<PhotoInput> {
  const source = createReadStream(path);
  const entries = tar.extract();
  // What goes wrong on the way ends the loop below with that error.
  if (isZipped) pipeline(source, createGunzip(), entries, () => {});
  else pipeline(source, entries, () => {});
  try {
    for await (const entry of entries) {
      const { name: inner, size = 0, type } = entry.header;
      const name = entryName(path, inner);
      // Its types leave open what a stream of bytes gives.
      if (type === 'file' && isPhotoName(inner)) {
        if (namesOnly) yield { kind: 'entry', name, bytes: new Uint8Array() };
        else if (size > MAX_ENTRY_BYTES) yield tooLarge(name, size);
        else
          yield {
            kind: 'entry',
            name,
            bytes: await readPhoto(entry as AsyncIterable<Uint8Array>, false),
          };
      }
      entry.resume();
    }
  } catch (error) {
    yield broken(path, 'archive-damaged', error);
  } finally {
    source.destroy();
  }
}

/** All of it; with `endsEarly`, where its beginning is no photo's, that alone, and the stream is ended. */
async function readPhoto(
  stream: AsyncIterable<Uint8Array>,
  endsEarly: boolean,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (endsEarly && chunks.length === 1 && chunk.length >= 8 && !sniffFormat(chunk)) break;
    if (bytes > MAX_ENTRY_BYTES) throw new Error('larger than it says');
  }
  return Buffer.concat(chunks, bytes);
}

/** Never leads out of the archive's own name, whatever the entry is called. */
function entryName(path: string, inner: string): string {
  return `${path}${posix.normalize(`/${inner.replaceAll('\\', '/')}`)}`;
}

function tooLarge(name: string, bytes: number): PhotoInput {
  return broken(name, 'entry-too-large', `${bytes} bytes`);
}

function broken(name: string, code: FileErrorCode, cause: unknown): PhotoInput {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { kind: 'broken', name, outcome: { kind: 'failed', failure: { code, detail } } };
}
