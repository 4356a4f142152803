/** A store with a client that answers by hand, for its tests. */
import type { ClassifierClient } from '../../client/classifier-client';
import type { Classification } from '../../domain/classification';
import { CodedError } from '../../domain/coded-error';
import type { BackendCandidate, BackendPreference } from '../../domain/engine-status';
import { sniffFormat } from '../../domain/image-format';
import type { PhotoToClassify } from '../../worker/protocol';
import { createPilahStore, type EngineListeners } from '../pilah-store';

export const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
export const jpeg = (name = 'foto.jpg') => new File([JPEG], name, { type: 'image/jpeg' });
export const html = () => new File(['<!doctype html>'], 'foto.png', { type: 'image/png' });

export const CLASSIFICATION: Classification = {
  ranking: [{ id: 'glass', probability: 0.97 }],
  verdict: 'sure',
  evidence: new Float32Array(),
  elapsedMs: 900,
  sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
  isTaught: false,
};

/** A client whose answers the test gives by hand, through `jobs`. */
export function setUp() {
  const jobs: {
    photo: PhotoToClassify;
    signal: AbortSignal;
    answer: PromiseWithResolvers<Classification>;
  }[] = [];
  const urls: string[] = [];
  const freed: string[] = [];
  const undrawable = new Set<string>();
  const fake = {
    loads: 0,
    restarts: 0,
    stops: 0,
    removals: 0,
    isAtOnce: false,
    listeners: undefined as EngineListeners | undefined,
  };
  const kept: BackendCandidate[] = [];
  const preferred: BackendPreference[] = [];
  const consents: string[] = [];
  const answers: { photo: Blob; classification: Classification }[] = [];
  const client: ClassifierClient = {
    load: () => {
      fake.loads += 1;
    },
    stopDownload: () => {
      fake.stops += 1;
    },
    removeModel: () => {
      fake.removals += 1;
    },
    restart: () => {
      fake.restarts += 1;
    },
    teach: async () => ({ accuracyBefore: 1, accuracyAfter: 1, isUndone: false }),
    classify: (photo, signal = new AbortController().signal) => {
      const answer = resolvers<Classification>();
      signal.addEventListener('abort', () => answer.reject(signal.reason));
      jobs.push({ photo, signal, answer });
      return answer.promise;
    },
    dispose: () => {},
  };
  const store = createPilahStore({
    connect: (listeners) => {
      fake.listeners = listeners;
      return client;
    },
    backends: {
      preference: () => 'auto',
      prefer: (preference) => void preferred.push(preference),
      keep: (candidate) => void kept.push(candidate),
    },
    consent: {
      agree: () => void consents.push('agree'),
      withdraw: () => void consents.push('withdraw'),
    },
    askToPersist: () => void consents.push('persist'),
    isAtOnce: () => fake.isAtOnce,
    onAnswer: (photo, classification) => void answers.push({ photo, classification }),
    fetchSample: async (name) => {
      if (name === 'gone.jpg') throw new TypeError('404');
      return jpeg(name);
    },
    // Of whole photos' checks the first is enough here.
    checkPhoto: async (file) => {
      const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
      if (!sniffFormat(start)) throw new CodedError('not-jpeg-or-png', file.name);
      return file;
    },
    decodePhoto: async (_, url) => {
      if (undrawable.has(url)) throw new CodedError('photo-damaged', url);
    },
    objectUrls: {
      createObjectURL: () => {
        urls.push(`blob:${urls.length}`);
        return `blob:${urls.length - 1}`;
      },
      revokeObjectURL: (url) => void freed.push(url),
    },
  });
  return {
    store,
    state: store.getState,
    jobs,
    urls,
    freed,
    undrawable,
    fake,
    kept,
    preferred,
    consents,
    answers,
  };
}

interface PromiseWithResolvers<Value> {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
  reject: (reason: unknown) => void;
}

/** Node 20 has no `Promise.withResolvers`. */
export function resolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
