import { describe, expect, it } from 'vitest';
import { parseRequest } from './check-request';

const load = {
  kind: 'load',
  manifestUrl: 'https://pilah.test/model/4/manifest.json',
  backend: { preference: 'auto', remembered: { name: 'wasm', reason: 'fastest' } },
  offer: null,
};

describe('parseRequest', () => {
  it.each([
    load,
    { ...load, backend: { preference: 'wasm', remembered: undefined }, offer: 'metered' },
    { kind: 'classify', id: 1, photo: new Blob(['photo']) },
    { kind: 'classify', id: 1, photo: new Uint8Array(224 * 224 * 3) },
    { kind: 'cancel', id: 1 },
    { kind: 'stop-download' },
    { kind: 'remove-model' },
  ])('takes what the page asks: %j', (request) => {
    expect(parseRequest(request)).toEqual(request);
  });

  it.each([
    ['nothing', null],
    ['an unknown kind', { kind: 'format-disk' }],
    ['an address that is none', { ...load, manifestUrl: '../manifest.json' }],
    ['an unknown backend', { ...load, backend: { preference: 'quantum' } }],
    ['a remembered backend by a prototype key', { ...load, backend: { preference: '__proto__' } }],
    ['an unknown offer', { ...load, offer: 'free' }],
    ['an id of NaN', { kind: 'cancel', id: Number.NaN }],
    ['a photo of gigabytes that are none', { kind: 'classify', id: 1, photo: { size: 2 ** 40 } }],
    ['pixels of another size', { kind: 'classify', id: 1, photo: new Uint8Array(5) }],
  ])('refuses %s', (_, request) => {
    expect(() => parseRequest(request)).toThrow();
  });
});
