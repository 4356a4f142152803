/** The one model version that this build of Pilah uses: the folder `public/model/<version>/`. */
export const MODEL_VERSION = '4';

/** Beside the manifest: what lessons are checked by. */
export const CHECK_PHOTOS_FILE = 'check-photos.json';
