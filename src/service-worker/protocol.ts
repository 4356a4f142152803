/** What the page asks its service worker. Types and names only: both sides import it. */

/** What is kept beside the shell, because not every visitor has a use for it: how the addresses begin. */
export const EXTRAS = {
  /** Photos to try. */
  samples: 'samples/',
  /** What the page is made of, in words of the law: as long as the page itself. */
  licences: 'THIRD_PARTY.md',
  /** What a person's lessons are checked by. */
  lessons: 'model/',
  /** TensorFlow.js: for graphics processors, and for processors without SIMD. */
  tfjs: 'assets/tfjs.',
  /** Its WebAssembly: for processors without SIMD alone. */
  tfjsWasm: 'assets/tfjs-backend-wasm',
} as const;

export type Extra = keyof typeof EXTRAS;

/** Answered on the message's port with a boolean: whether shell and these extras are kept now. */
export interface KeepRequest {
  kind: 'keep';
  extras: readonly Extra[];
}

/** Sent when a person wants the new version; workbox-window's own words. */
export interface TakeOverRequest {
  type: 'SKIP_WAITING';
}

/** Photos that another program shared lie in this cache until the page has taken them. */
export const SHARED_CACHE = 'pilah-shared';
/** The page's address then has this parameter. */
export const SHARED_PARAMETER = 'shared';
/** Of a shared photo: its name, percent-encoded, since a header holds no other letters. */
export const SHARED_NAME_HEADER = 'x-pilah-name';
