/** The version of this page, as package.json names it. */
declare const PILAH_VERSION: string;

export const APP_VERSION = PILAH_VERSION;
