/** What the page asks its service worker. Types and names only: both sides import it. */

/** What is kept beside the shell: the code of backends that this device uses. */
export type TfjsParts = 'none' | 'graphics' | 'all';

/** Answered on the message's port with a boolean: whether all of it is kept now. */
export interface KeepRequest {
  kind: 'keep';
  tfjs: TfjsParts;
}

/** Sent when a person wants the new version; workbox-window's own words. */
export interface TakeOverRequest {
  type: 'SKIP_WAITING';
}

export type RequestToServiceWorker = KeepRequest | TakeOverRequest;

/** Photos that another program shared lie in this cache until the page has taken them. */
export const SHARED_CACHE = 'pilah-shared';
/** The page's address then has this parameter. */
export const SHARED_PARAMETER = 'shared';
/** Of a shared photo: its name, percent-encoded, since a header holds no other letters. */
export const SHARED_NAME_HEADER = 'x-pilah-name';
