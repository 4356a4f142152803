/** The items' texts in one language, loaded when the guide needs them. */
import { CodedError } from '../domain/coded-error';
import type { ItemTexts } from './items';

// The query makes the file once more, of which the build leaves these texts alone.
const FILES = import.meta.glob<ItemTexts>('./languages/*.ts', { import: 'items', query: '?items' });

/** Rejects with `part-unreachable`. */
export async function loadItemTexts(language: string): Promise<ItemTexts> {
  try {
    const load = FILES[`./languages/${language}.ts`];
    if (!load) throw new Error('no such file');
    return await load();
  } catch (cause) {
    throw new CodedError('part-unreachable', `items in ${language}`, { cause });
  }
}

/** The usual name first. */
export function namesOf([names]: ItemTexts[keyof ItemTexts]): readonly string[] {
  return names.split('; ');
}
