/** What a language's file holds, and how it comes to the page: one language at a time. */
import { CodedError } from '../domain/coded-error';
import type { WasteClassId } from '../domain/waste-class';
import type { ClassCard } from './class-card';
import type { Language } from './language';
import type { words as indonesian } from './languages/id';

export interface FirstWords {
  title: string;
  lead: string;
}

export type Messages = (typeof indonesian)['messages'];

export interface Words {
  messages: Translated<Messages>;
  cards: Record<WasteClassId, ClassCard>;
}

/** Indonesian has one plural form, `_other`; what others have beside it (`Intl.PluralRules`) they add. */
type Translated<Tree> = Tree extends string
  ? string
  : { [Key in keyof Tree]: Translated<Tree[Key]> } & {
      [Key in keyof Tree as Key extends `${infer Base}_other`
        ? `${Base}_${'zero' | 'one' | 'two' | 'few' | 'many'}`
        : never]?: string;
    };

const FILES = import.meta.glob<Words>('./languages/*.ts', { import: 'words' });

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
