import { describe, expect, it } from 'vitest';
import { parseRequest } from './check-request';

const load = {
  kind: 'load',
  model: { manifestUrl: 'https://pilah.test/model/4/manifest.json' },
  backend: { preference: 'auto', remembered: { name: 'wasm', reason: 'fastest' } },
  offer: null,
};

const lesson = { class: 'glass', logits: new Float32Array(9), embedding: new Float32Array(512) };
const teach = { kind: 'teach', id: 2, checkPhotosUrl: 'https://pilah.test/check-photos.json' };

describe('parseRequest', () => {
  it.each([
    ['to load', load],
    [
      'to load in another way',
      { ...load, backend: { preference: 'wasm', threads: 2 }, offer: 'metered' },
    ],
    [
      'to load from where a bundler put it',
      {
        ...load,
        model: { ...load.model, shardUrls: { 'shard-00.bin': 'https://pilah.test/a.bin' } },
      },
    ],
    ['about a file', { kind: 'classify', id: 1, photo: new Blob(['photo']) }],
    ['about pixels', { kind: 'classify', id: 1, photo: new Uint8Array(224 * 224 * 3) }],
    ['to drop a photo', { kind: 'cancel', id: 1 }],
    ['to stop', { kind: 'stop-download' }],
    ['to forget the model', { kind: 'remove-model' }],
    ['to learn', { ...teach, lessons: [lesson] }],
  ])('takes what the page asks: %s', (_, request) => {
    expect(parseRequest(request)).toEqual(request);
  });

  it.each([
    ['nothing', null],
    ['an unknown kind', { kind: 'format-disk' }],
    ['an address that is none', { ...load, model: { manifestUrl: '../manifest.json' } }],
    ['an unknown backend', { ...load, backend: { preference: 'quantum' } }],
    ['a remembered backend by a prototype key', { ...load, backend: { preference: '__proto__' } }],
    ['an unknown offer', { ...load, offer: 'free' }],
    ['a lesson of no class', { ...teach, lessons: [{ ...lesson, class: 'styrofoam' }] }],
    [
      'a lesson of another length',
      { ...teach, lessons: [{ ...lesson, embedding: new Float32Array(3) }] },
    ],
    ['more lessons than there may be', { ...teach, lessons: Array(201).fill(lesson) }],
    ['more threads than there may be', { ...load, backend: { preference: 'auto', threads: 64 } }],
    ['an id of NaN', { kind: 'cancel', id: Number.NaN }],
    ['a photo of gigabytes that are none', { kind: 'classify', id: 1, photo: { size: 2 ** 40 } }],
    ['pixels of another size', { kind: 'classify', id: 1, photo: new Uint8Array(5) }],
  ])('refuses %s', (_, request) => {
    expect(() => parseRequest(request)).toThrow();
  });
});
