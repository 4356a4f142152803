/**
 * How well teaching works, on validation photos that it was not fitted to: `npm run teach-study [-- FILE]`, FILE as
 * `python -m training.check_photos` writes it. Each photo that the model takes for something else is seen from six
 * sides; five are taught, the sixth is asked.
 */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { loadModel } from '../cli/load-model.ts';
import { type Lesson, parseCheckPhotos, parseLesson } from '../src/domain/lesson.ts';
import { CHECK_PHOTOS_FILE, MODEL_VERSION } from '../src/domain/model-version.ts';
import { squashToRgb } from '../src/imaging/resize.ts';
import { accuracy, teach } from '../src/inference/taught.ts';

const VIEWS = 6;
const MODEL = join('public/model', MODEL_VERSION);
const OTHERS = join(homedir(), '.cache/pilah/runs/other-validation-photos.json');

const others: { file: string; lesson: Lesson }[] = JSON.parse(
  readFileSync(process.argv[2] ?? OTHERS, 'utf8'),
).map((entry: { file: string }) => ({ file: entry.file, lesson: parseLesson(entry) }));
const checkPhotos = parseCheckPhotos(
  readFileSync(join(MODEL, CHECK_PHOTOS_FILE), 'utf8'),
  MODEL_VERSION,
);
const classifier = await loadModel(MODEL);
const wrong = others.filter(({ lesson }) => accuracy([lesson], null) === 0);

let asked = 0;
let rightBefore = 0;
let rightAfter = 0;
let undone = 0;
const changes: number[] = [];
const times: number[] = [];
for (const { file, lesson } of wrong) {
  const views: Lesson[] = [];
  for (let view = 0; view < VIEWS; view++) views.push(await seen(file, view, lesson.class));
  const sixth = views.pop();
  if (!sixth) break;
  const startMs = performance.now();
  const { taught, isUndone } = teach(views, checkPhotos);
  times.push(performance.now() - startMs);
  const untouched = others.filter((other) => other.file !== file).map((other) => other.lesson);
  asked += 1;
  rightBefore += accuracy([sixth], null);
  rightAfter += accuracy([sixth], taught);
  undone += Number(isUndone);
  changes.push(accuracy(untouched, taught) - accuracy(untouched, null));
}
const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
const points = (share: number) => `${(100 * share).toFixed(2)} points`;
process.stdout.write(`${others.length} validation photos, ${wrong.length} of them taken for something else
sixth view right: ${rightBefore} of ${asked} before, ${rightAfter} after; undone by the check: ${undone}
all other photos: accuracy changes by ${points(mean)} on average, ${points(Math.min(...changes))} at worst
one lesson learnt in ${Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)} ms in the middle
`);

/** The same views each time: a crop, turned and lit in its own way. */
async function seen(file: string, view: number, right: Lesson['class']): Promise<Lesson> {
  const { width = 1, height = 1 } = await sharp(file).metadata();
  const share = 0.95 - 0.05 * view;
  const size = { width: Math.floor(width * share), height: Math.floor(height * share) };
  const left = Math.floor(((width - size.width) * (view % 3)) / 2);
  const top = Math.floor(((height - size.height) * ((view + 1) % 3)) / 2);
  let picture = sharp(file)
    .extract({ ...size, left, top })
    .modulate({ brightness: 0.8 + 0.08 * view });
  if (view % 2 === 1) picture = picture.flop();
  const { data, info } = await sharp(await picture.png().toBuffer())
    .rotate(6 * (view - 2), { background: 'white' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rgb = squashToRgb(data, info.width, info.height, classifier.manifest.input.size);
  const { sight } = await classifier.classify(rgb);
  return { class: right, ...sight };
}
