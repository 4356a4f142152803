/** A person's choices that outlive the visit, in localStorage; where storage is denied they last as long as the page. */

/** `localStorage` may throw when it is merely looked at, hence a function. */
export type ChoiceStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type ChoiceName =
  | 'language'
  | 'theme'
  | 'backend'
  | 'measured-backend'
  | 'download'
  | 'install'
  | 'classify-at-once'
  | 'keep-history'
  | 'threads'
  | 'teach'
  | 'photo-tips';

const storageKey = (name: ChoiceName) => `pilah.${name}`;

export function readChoice(storage: ChoiceStorage, name: ChoiceName): string | null {
  try {
    return storage().getItem(storageKey(name));
  } catch {
    return null;
  }
}

/** Null forgets the choice. */
export function writeChoice(storage: ChoiceStorage, name: ChoiceName, value: string | null): void {
  try {
    if (value === null) storage().removeItem(storageKey(name));
    else storage().setItem(storageKey(name), value);
  } catch {
    // Denied or full: the choice still holds for this visit.
  }
}
