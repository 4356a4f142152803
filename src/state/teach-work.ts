/** What the actions on lessons do: teach the worker, and keep what it took over. */
import type { ClassifierClient } from '../client/classifier-client';
import { type Lesson, lessonsFile, MOST_LESSONS, parseLessons } from '../domain/lesson';
import { MODEL_VERSION } from '../domain/model-version';
import { readLessons, writeLessons } from '../storage/lessons';
import type { TeachAccess, TeachActions } from './teach-store';

export function createTeachWork(
  { get, set }: TeachAccess,
  teach: ClassifierClient['teach'],
): TeachActions {
  /** Takes these lessons over, unless they spoil other answers. */
  async function learn(lessons: readonly Lesson[]): Promise<void> {
    const report = await teach(lessons);
    if (report.isUndone) return set({ news: 'undone' });
    set({ lessons, report, news: 'learnt' });
    await keep(lessons);
  }

  async function keep(lessons: readonly Lesson[]): Promise<void> {
    await writeLessons(lessons).catch(() => set({ failure: 'lessons-unkept' }));
  }

  return {
    async turnOn() {
      // That nothing can be read is told when something is to be kept.
      const lessons = await readLessons().catch(() => get().lessons);
      if (lessons.length === 0) return;
      const report = await teach(lessons);
      set({ lessons, report: report.isUndone ? null : report });
    },
    async turnOff() {
      await teach([]);
      set({ report: null });
    },
    add: (sight, rightClass) =>
      learn([...get().lessons, { class: rightClass, ...sight }].slice(-MOST_LESSONS)),
    async forget() {
      await teach([]);
      set({ lessons: [], report: null, news: 'forgotten' });
      await keep([]);
    },
    async importFile(file) {
      const known = new Set(get().lessons.map(keyOf));
      const added = parseLessons(await file.text(), MODEL_VERSION).filter(
        (lesson) => !known.has(keyOf(lesson)),
      );
      await learn([...get().lessons, ...added].slice(-MOST_LESSONS));
    },
  };
}

export function lessonsAsFile(lessons: readonly Lesson[]): File {
  return new File([lessonsFile(lessons, MODEL_VERSION)], 'pilah-lessons.json', {
    type: 'application/json',
  });
}

/** The same for a lesson that came back from a file. */
function keyOf(lesson: Lesson): string {
  return lessonsFile([lesson], MODEL_VERSION);
}
