/** A file's bytes, once they are known to be a photo that may be given to a decoder; decodes nothing. For page and worker. */
import { CodedError } from '../domain/coded-error';
import { sniffFormat } from '../domain/image-format';
import { type CheckedPhoto, checkPhoto } from './check-photo';

/** More than any format's signature needs; a chosen film is refused without being read. */
const SIGNATURE_BYTES = 32;

export interface OpenedPhoto extends CheckedPhoto {
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Neither name nor MIME type of the file is believed.
 *
 * @throws CodedError `file-unreadable`, `not-jpeg-or-png`, `photo-damaged` or `photo-too-large`
 */
export async function openPhoto(photo: Blob): Promise<OpenedPhoto> {
  if (!sniffFormat(await readBytes(photo.slice(0, SIGNATURE_BYTES)))) {
    throw new CodedError('not-jpeg-or-png', 'neither JPEG nor PNG by its first bytes');
  }
  const bytes = await readBytes(photo);
  return { bytes, ...checkPhoto(bytes) };
}

async function readBytes(photo: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await photo.arrayBuffer());
  } catch (cause) {
    throw new CodedError('file-unreadable', describe(cause), { cause });
  }
}

export function describe(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
