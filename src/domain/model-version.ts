/** The one model version that this build of Pilah uses: the folder `public/model/<version>/`. */
export const MODEL_VERSION = '4';
