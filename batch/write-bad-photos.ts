/**
 * Writes the odd and broken photos that page and command line are held to into a folder.
 * batch/test_photo.py reads them in Python and compares.
 *
 *     tsx batch/write-bad-photos.ts DIR
 *
 * DIR gets a numbered file for each, its name and what page and command line make of it in `expected.json`,
 * and in `<number>.rgb` the 224 × 224 RGB that the command line hands to the network, where it does.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePhotoBytes } from '../cli/decode-photo-node';
import { BAD_PHOTOS } from '../e2e/bad-photos';
import { toCodedFailure } from '../src/domain/coded-error';
import { PHOTO_SIZE } from '../src/domain/photo-size';
import { squashToRgb } from '../src/imaging/resize';

const folder = process.argv[2] ?? '.';
const expected: Record<string, string>[] = [];
for (const { name, make } of BAD_PHOTOS) {
  const file = String(expected.length);
  const bytes = await make();
  await writeFile(join(folder, file), bytes);
  expected.push({ file, name, outcome: await outcomeOf(bytes, join(folder, `${file}.rgb`)) });
}
await writeFile(join(folder, 'expected.json'), JSON.stringify(expected));

/** `pixels`, which are then in that file, or the code of the refusal. */
async function outcomeOf(bytes: Uint8Array, rgbFile: string): Promise<string> {
  try {
    const { data, width, height } = await decodePhotoBytes(bytes);
    await writeFile(rgbFile, squashToRgb(data, width, height, PHOTO_SIZE));
    return 'pixels';
  } catch (error) {
    return toCodedFailure(error, 'photo-damaged').code;
  }
}
