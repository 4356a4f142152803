/** What a correction teaches: a photo as the network saw it, and the right class. Also the file that lessons travel in. */
import * as v from 'valibot';
import { CodedError } from './coded-error';
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS, type WasteClassId } from './waste-class';

/** Channels of VGG16's last features. */
export const EMBEDDING_LENGTH = 512;
/** The oldest go first: so many corrections of one person's waste, and the fit stays below a second. */
export const MOST_LESSONS = 200;

/** A photo as the network saw it: no picture can be made of it. */
export interface Sight {
  /** Nine, of the shipped head, in class order. */
  logits: Float32Array;
  /** Features averaged over all places, scaled to length 1. */
  embedding: Float32Array;
}

export interface Lesson extends Sight {
  class: WasteClassId;
}

export interface TeachReport {
  /** Of the check photos, before and with these lessons, 0 to 1. */
  accuracyBefore: number;
  accuracyAfter: number;
  /** The loss was too large: nothing is taken over. */
  isUndone: boolean;
}

const FORMAT = 1;
const LARGEST_CODE = 255;
/** Longer ones are refused unread: 200 lessons take 200 KB. */
const MOST_CHARACTERS = 2e6;

const lessonSchema = v.object({
  class: v.picklist(WASTE_CLASS_IDS),
  logits: v.pipe(
    v.array(v.pipe(v.number(), v.minValue(-1e4), v.maxValue(1e4))),
    v.length(WASTE_CLASS_COUNT),
  ),
  /** `EMBEDDING_LENGTH` bytes in base64. */
  embedding: v.pipe(v.string(), v.base64(), v.length(4 * Math.ceil(EMBEDDING_LENGTH / 3))),
});
const lessonsSchema = v.array(lessonSchema);

function fileSchema<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.object({ format: v.literal(FORMAT), modelVersion: v.string(), ...entries });
}

/** Throws a CodedError `lessons-invalid` for any other file, and for one of another model. */
export function parseLessons(text: string, modelVersion: string): Lesson[] {
  const schema = fileSchema({ lessons: v.pipe(lessonsSchema, v.maxLength(MOST_LESSONS)) });
  return parse(schema, text, modelVersion).lessons.map(decode);
}

/** Ten photos of each class, which ship beside the model. Throws a CodedError `part-unreachable`. */
export function parseCheckPhotos(text: string, modelVersion: string): Lesson[] {
  const schema = fileSchema({ check: v.pipe(lessonsSchema, v.minLength(1)) });
  try {
    return parse(schema, text, modelVersion).check.map(decode);
  } catch (cause) {
    throw new CodedError('part-unreachable', 'the photos that lessons are checked by', { cause });
  }
}

function parse<Output extends { modelVersion: string }>(
  schema: v.GenericSchema<unknown, Output>,
  text: string,
  modelVersion: string,
): Output {
  try {
    if (text.length > MOST_CHARACTERS) throw new Error(`${text.length} characters`);
    const file = v.parse(schema, JSON.parse(text));
    if (file.modelVersion !== modelVersion) throw new Error(`of model ${file.modelVersion}`);
    return file;
  } catch (cause) {
    throw new CodedError('lessons-invalid', String(cause), { cause });
  }
}

/** One, as it stands in such a file. Throws a ValiError. */
export function parseLesson(entry: unknown): Lesson {
  return decode(v.parse(lessonSchema, entry));
}

export function lessonsFile(lessons: readonly Lesson[], modelVersion: string): string {
  return JSON.stringify({ format: FORMAT, modelVersion, lessons: lessons.map(encode) });
}

function encode({ class: id, ...sight }: Lesson) {
  return { class: id, ...encodeSight(sight) };
}

/** As it stands in a file: the embedding in bytes, their squares proportional to it, since most values are small. */
export function encodeSight({ logits, embedding }: Sight) {
  const largest = Math.max(...embedding, Number.MIN_VALUE);
  const codes = Array.from(embedding, (value) =>
    Math.round(Math.sqrt(value / largest) * LARGEST_CODE),
  );
  return {
    logits: Array.from(logits, (logit) => Number(logit.toFixed(4))),
    embedding: btoa(String.fromCharCode(...codes)),
  };
}

function decode({ class: id, logits, embedding }: v.InferOutput<typeof lessonSchema>): Lesson {
  const codes = Float32Array.from(atob(embedding), (letter) => letter.charCodeAt(0) ** 2);
  return { class: id, logits: Float32Array.from(logits), embedding: scaledToOne(codes) };
}

/** All zeros stay so. */
export function scaledToOne(vector: Float32Array): Float32Array {
  const length = lengthOf(vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

export function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}
