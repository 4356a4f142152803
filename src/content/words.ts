/** What a language's file says on the page, and how it comes there: one language at a time. cards.ts has the rest. */
import { CodedError } from '../domain/coded-error';
import type { messages as indonesian, screenMessages as indonesianScreens } from './languages/id';

export interface FirstWords {
  title: string;
  lead: string;
}

export type Messages = typeof indonesian;
export type ScreenMessages = typeof indonesianScreens;

/** Indonesian has one plural form, `_other`; what others have beside it (`Intl.PluralRules`) they add. */
export type Translated<Tree> = Tree extends string
  ? string
  : { [Key in keyof Tree]: Translated<Tree[Key]> } & {
      [Key in keyof Tree as Key extends `${infer Base}_other`
        ? `${Base}_${'zero' | 'one' | 'two' | 'few' | 'many'}`
        : never]?: string;
    };

export type Words = Translated<Messages>;
export type ScreenWords = Translated<ScreenMessages>;

const FILES = import.meta.glob<Words>('./languages/*.ts', { import: 'messages' });
// The query makes the file a second time, of which the build leaves these words alone.
const SCREEN_FILES = import.meta.glob<ScreenWords>('./languages/*.ts', {
  import: 'screenMessages',
  query: '?screens',
});

/** What the first screen and all that comes with it says. Rejects with `part-unreachable`. */
export function loadWords(language: string): Promise<Words> {
  return load(FILES, language);
}

/** What the other screens say. Rejects with `part-unreachable`. */
export function loadScreenWords(language: string): Promise<ScreenWords> {
  return load(SCREEN_FILES, language);
}

async function load<Part>(
  files: Record<string, () => Promise<Part>>,
  language: string,
): Promise<Part> {
  try {
    const file = files[`./languages/${language}.ts`];
    if (!file) throw new Error('no such file');
    return await file();
  } catch (cause) {
    throw new CodedError('part-unreachable', `words in ${language}`, { cause });
  }
}
