/** Learns from a file of lessons, as exported from the page, for the model in a folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckPhotos, parseLessons } from '../src/domain/lesson';
import { CHECK_PHOTOS_FILE } from '../src/domain/model-version';
import { teach } from '../src/inference/taught';
import { readManifest, readModelFile } from './load-model';

/** Throws a CodedError, or what reading the file throws. */
export async function learnFrom(file: string, modelDir: string) {
  const { version } = await readManifest(modelDir);
  const lessons = parseLessons(await readFile(file, 'utf8'), version);
  const checkPhotos = await readModelFile(join(modelDir, CHECK_PHOTOS_FILE));
  return teach(lessons, parseCheckPhotos(checkPhotos.toString('utf8'), version));
}
