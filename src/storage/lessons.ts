/** The lessons on the disk, as the file that they travel in. */
import { type Lesson, lessonsFile, parseLessons } from '../domain/lesson';
import { MODEL_VERSION } from '../domain/model-version';
import { withDatabase } from './database';

const KEY = 'lessons';

/** None where those that are kept are damaged or of another model: no use can be made of them. */
export async function readLessons(): Promise<Lesson[]> {
  const kept = await withDatabase((database) => database.get('lessons', KEY));
  try {
    return typeof kept === 'string' ? parseLessons(kept, MODEL_VERSION) : [];
  } catch {
    return [];
  }
}

export async function writeLessons(lessons: readonly Lesson[]): Promise<void> {
  const file = lessonsFile(lessons, MODEL_VERSION);
  await withDatabase((database) => database.put('lessons', file, KEY));
}
