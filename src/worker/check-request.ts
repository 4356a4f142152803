/** What the page may ask of the worker, as a schema: a request that is none ends the thread, which the page then hears. */
import * as v from 'valibot';
import {
  BACKEND_NAMES,
  BACKEND_PREFERENCES,
  BACKEND_REASONS,
  MAX_THREADS,
  OFFER_REASONS,
} from '../domain/engine-status';
import { EMBEDDING_LENGTH, MOST_LESSONS } from '../domain/lesson';
import { PHOTO_SIZE } from '../domain/photo-size';
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS } from '../domain/waste-class';
import type { RequestToWorker } from './protocol';

const id = v.pipe(v.number(), v.safeInteger());

const url = v.pipe(v.string(), v.url());

const photo = v.union([
  v.blob(),
  v.pipe(v.instance(Uint8Array), v.length(PHOTO_SIZE * PHOTO_SIZE * 3)),
]);

const backend = v.object({
  preference: v.picklist(BACKEND_PREFERENCES),
  threads: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_THREADS))),
  remembered: v.optional(
    v.object({ name: v.picklist(BACKEND_NAMES), reason: v.picklist(BACKEND_REASONS) }),
  ),
});

const lesson = v.object({
  class: v.picklist(WASTE_CLASS_IDS),
  logits: v.pipe(v.instance(Float32Array), v.length(WASTE_CLASS_COUNT)),
  embedding: v.pipe(v.instance(Float32Array), v.length(EMBEDDING_LENGTH)),
});

const requestSchema = v.variant('kind', [
  v.object({
    kind: v.literal('load'),
    model: v.object({ manifestUrl: url, shardUrls: v.optional(v.record(v.string(), url)) }),
    backend,
    offer: v.nullable(v.picklist(OFFER_REASONS)),
  }),
  v.object({ kind: v.literal('stop-download') }),
  v.object({ kind: v.literal('remove-model') }),
  v.object({ kind: v.literal('classify'), id, photo }),
  v.object({ kind: v.literal('cancel'), id }),
  v.object({ kind: v.literal('thread-ended'), thread: v.picklist(['reader', 'helper']) }),
  v.object({
    kind: v.literal('teach'),
    id,
    lessons: v.pipe(v.array(lesson), v.maxLength(MOST_LESSONS)),
    checkPhotosUrl: url,
  }),
]);

/** Throws a ValiError. */
export function parseRequest(data: unknown): RequestToWorker {
  return v.parse(requestSchema, data);
}
