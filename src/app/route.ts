/** The page's addresses: what a hash means, and the hash of each screen. Hashes work on any static host. */
import { isWasteClassId, type WasteClassId } from '../domain/waste-class';

export type Route =
  | { kind: 'sort' }
  | { kind: 'guide' }
  | { kind: 'class-card'; id: WasteClassId }
  | { kind: 'poster' }
  | { kind: 'history' }
  | { kind: 'model' }
  | { kind: 'settings' }
  | { kind: 'not-found' };

/** @param hash as `location.hash`: empty, or with its `#` */
export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').replace(/\/$/, '').split('/');
  const [screen = '', detail] = parts;
  if (parts.length > 2) return { kind: 'not-found' };
  if (detail !== undefined) {
    return screen === 'guide' && isWasteClassId(detail)
      ? { kind: 'class-card', id: detail }
      : { kind: 'not-found' };
  }
  switch (screen) {
    case '':
      return { kind: 'sort' };
    case 'guide':
    case 'poster':
    case 'history':
    case 'model':
    case 'settings':
      return { kind: screen };
    default:
      return { kind: 'not-found' };
  }
}

export const SORT_HREF = '#/';
export const GUIDE_HREF = '#/guide';
export const POSTER_HREF = '#/poster';
export const HISTORY_HREF = '#/history';
export const MODEL_HREF = '#/model';
export const SETTINGS_HREF = '#/settings';

export function classCardHref(id: WasteClassId): string {
  return `${GUIDE_HREF}/${id}`;
}

/** Whether a screen computes, or shows what the model is and does; guide and history never cost the download. */
export function needsModel(route: Route): boolean {
  return route.kind === 'sort' || route.kind === 'model' || route.kind === 'settings';
}
