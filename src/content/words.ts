/** What a language's file says on the page, and how it comes there: one language at a time. cards.ts has the rest. */
import { CodedError } from '../domain/coded-error';
import type { Language } from './language';
import type { messages as indonesian } from './languages/id';

export interface FirstWords {
  title: string;
  lead: string;
}

export type Messages = typeof indonesian;

/** Indonesian has one plural form, `_other`; what others have beside it (`Intl.PluralRules`) they add. */
export type Translated<Tree> = Tree extends string
  ? string
  : { [Key in keyof Tree]: Translated<Tree[Key]> } & {
      [Key in keyof Tree as Key extends `${infer Base}_other`
        ? `${Base}_${'zero' | 'one' | 'two' | 'few' | 'many'}`
        : never]?: string;
    };

export type Words = Translated<Messages>;

const FILES = import.meta.glob<Words>('./languages/*.ts', { import: 'messages' });

/** Rejects with `part-unreachable`. */
export async function loadWords(language: Language): Promise<Words> {
  try {
    const load = FILES[`./languages/${language}.ts`];
    if (!load) throw new Error('no such file');
    return await load();
  } catch (cause) {
    throw new CodedError('part-unreachable', `words in ${language}`, { cause });
  }
}
