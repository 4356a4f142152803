/** A page with the package's exports, a sample and the reason of a rejection at hand, for what tests evaluate in it. */
import type { Page } from '@playwright/test';
import { samplePath } from '../photos';
import { type FolderSite, PACKAGE_DIST, serveFolders } from './folder-site';

declare global {
  interface Window {
    pilah: typeof import('../../src/embed/pilah');
    /** A sample as a file. */
    sample(name: string): Promise<File>;
    /** What a promise rejects with, as words: the code of a PilahError, else name and message. */
    reasonOf(promise: Promise<unknown>): Promise<string>;
  }
}

/** An empty page, the package as /dist/, the samples as /samples/; `headers` as in `serveFolders`. */
export function servePlainPage(headers?: Record<string, string>): Promise<FolderSite> {
  return serveFolders(
    { '/dist/': PACKAGE_DIST, '/samples/': samplePath('') },
    () => '<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title></html>',
    headers,
  );
}

/** At an address of `servePlainPage`, or one that serves as much. */
export async function openPlainPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate("import('/dist/pilah.js').then((module) => { window.pilah = module })");
  await page.evaluate(() => {
    window.sample = async (name) => {
      const blob = await (await fetch(`/samples/${name}`)).blob();
      return new File([blob], name, { type: 'image/jpeg' });
    };
    window.reasonOf = (promise) =>
      promise.then(
        () => 'nothing',
        (error) => {
          if (error instanceof window.pilah.PilahError) return error.code;
          return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        },
      );
  });
}
