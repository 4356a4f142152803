/** What the page may ask of the worker, as a schema: a request that is none ends the thread, which the page then hears. */
import * as v from 'valibot';
import {
  BACKEND_NAMES,
  BACKEND_PREFERENCES,
  BACKEND_REASONS,
  OFFER_REASONS,
} from '../domain/engine-status';
import { PHOTO_SIZE } from '../domain/photo-size';
import type { RequestToWorker } from './protocol';

const id = v.pipe(v.number(), v.safeInteger());

const photo = v.union([
  v.blob(),
  v.pipe(v.instance(Uint8Array), v.length(PHOTO_SIZE * PHOTO_SIZE * 3)),
]);

const backend = v.object({
  preference: v.picklist(BACKEND_PREFERENCES),
  remembered: v.optional(
    v.object({ name: v.picklist(BACKEND_NAMES), reason: v.picklist(BACKEND_REASONS) }),
  ),
});

const requestSchema = v.variant('kind', [
  v.object({
    kind: v.literal('load'),
    manifestUrl: v.pipe(v.string(), v.url()),
    backend,
    offer: v.nullable(v.picklist(OFFER_REASONS)),
  }),
  v.object({ kind: v.literal('stop-download') }),
  v.object({ kind: v.literal('remove-model') }),
  v.object({ kind: v.literal('classify'), id, photo }),
  v.object({ kind: v.literal('cancel'), id }),
]);

/** Throws a ValiError. */
export function parseRequest(data: unknown): RequestToWorker {
  return v.parse(requestSchema, data);
}
