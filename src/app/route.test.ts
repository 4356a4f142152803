import { describe, expect, it } from 'vitest';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { classCardHref, GUIDE_HREF, MODEL_HREF, needsModel, parseRoute, SORT_HREF } from './route';

describe('parseRoute', () => {
  it.each([
    ['', 'sort'],
    ['#', 'sort'],
    ['#/', 'sort'],
    [SORT_HREF, 'sort'],
    [GUIDE_HREF, 'guide'],
    ['#/guide/', 'guide'],
    [MODEL_HREF, 'model'],
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
