/** The page's own version, not the model's. */

/** package.json's, written here by the build (vite.config.ts). */
declare const PACKAGE_VERSION: string;

export const APP_VERSION = PACKAGE_VERSION;
