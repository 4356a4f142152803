/** A page with the package's exports, a sample and the reason of a rejection at hand, for what tests evaluate in it. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    pilah: typeof import('../../src/embed/pilah');
    /** A sample as a file. */
    sample(name: string): Promise<File>;
    /** What a promise rejects with, as words: the code of a PilahError, else name and message. */
    reasonOf(promise: Promise<unknown>): Promise<string>;
  }
}

/** At an address that also serves the package as /dist/ and the samples as /samples/. */
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
