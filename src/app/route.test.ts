import { describe, expect, it } from 'vitest';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import {
  classCardHref,
  GUIDE_HREF,
  HISTORY_HREF,
  MODEL_HREF,
  needsModel,
  POSTER_HREF,
  parseRoute,
  SETTINGS_HREF,
  SORT_HREF,
} from './route';

describe('parseRoute', () => {
  it.each([
    ['', 'sort'],
    ['#', 'sort'],
    ['#/', 'sort'],
    [SORT_HREF, 'sort'],
    [GUIDE_HREF, 'guide'],
    ['#/guide/', 'guide'],
    [POSTER_HREF, 'poster'],
    [HISTORY_HREF, 'history'],
    [MODEL_HREF, 'model'],
    [SETTINGS_HREF, 'settings'],
    ['#/modell', 'not-found'],
    ['#/guide/styrofoam', 'not-found'],
    ['#/guide/glass/more', 'not-found'],
    ['#/model/glass', 'not-found'],
    ['#/constructor', 'not-found'],
  ])('reads %j as %s', (hash, kind) => {
    expect(parseRoute(hash).kind).toBe(kind);
  });

  it('reads back the address of each class card', () => {
    for (const id of WASTE_CLASS_IDS) {
      expect(parseRoute(classCardHref(id))).toEqual({ kind: 'class-card', id });
    }
  });
});

describe('needsModel', () => {
  it('spares readers of the guide the download', () => {
    const hashes = ['#/', '#/model', '#/guide', '#/guide/glass', '#/nowhere'];
    expect(hashes.filter((hash) => needsModel(parseRoute(hash)))).toEqual(['#/', '#/model']);
  });
});
