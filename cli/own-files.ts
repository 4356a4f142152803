/** Where the program's own files lie: the same places in a clone and in the package that is made of it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MODEL_VERSION } from '../src/domain/model-version';

export function defaultModelDir(): string {
  return fileURLToPath(new URL(`../public/model/${MODEL_VERSION}`, import.meta.url));
}

/** What this program's package.json says. */
export function ownPackage(): { version: string; license: string; engines: { node: string } } {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
}
