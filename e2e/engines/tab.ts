/** What the tests of other engines need of a browser; firefox.ts and webkit.ts drive a real one each. */

export interface Tab {
  open(url: string): Promise<void>;
  /** To the page before. */
  back(): Promise<void>;
  /** Resolves on the new page: what a script asks for may find the old one still there. */
  reload(): Promise<void>;
  /** Runs in the page. Arguments and result are JSON. */
  run<Arguments extends unknown[], Result>(
    code: (...args: Arguments) => Result,
    ...args: Arguments
  ): Promise<Awaited<Result>>;
  /** A real click in the middle of the first element that fits. */
  click(xpath: string): Promise<void>;
  press(key: 'Tab' | 'Enter' | 'Escape' | 'ArrowDown' | 'Delete' | '?'): Promise<void>;
  chooseFiles(paths: readonly string[]): Promise<void>;
  /** Ends the browser too. */
  close(): Promise<void>;
}

export const FILE_INPUT = 'input[type=file]';
