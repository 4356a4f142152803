/** What the builds and the unit tests write into the source: src/content/language.ts and src/domain/app-version.ts call it by these names. */
import { readdirSync, readFileSync } from 'node:fs';

export const define = {
  PACKAGE_VERSION: JSON.stringify(
    JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
  ),
  LANGUAGE_CODES: JSON.stringify(
    readdirSync(new URL('../src/content/languages', import.meta.url))
      .map((file) => file.replace(/\.ts$/, ''))
      .sort(),
  ),
};
