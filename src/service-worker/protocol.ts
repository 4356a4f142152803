/** What the page asks its service worker. Types and names only: both sides import it. */

/** What is kept beside the shell, folder by folder, because not every visitor has a use for it. */
export const EXTRA_FOLDERS = {
  /** Photos to try. */
  samples: 'samples/',
  /** Pictures of how the model was measured. */
  measured: 'model/',
  /** TensorFlow.js: for graphics processors, and for processors without SIMD. */
  tfjs: 'assets/tfjs/',
  /** Its WebAssembly: for processors without SIMD alone. */
  tfjsWasm: 'assets/tfjs-wasm/',
} as const;

export type ExtraFolder = keyof typeof EXTRA_FOLDERS;

/** Answered on the message's port with a boolean: whether shell and these folders are kept now. */
export interface KeepRequest {
  kind: 'keep';
  folders: readonly ExtraFolder[];
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
