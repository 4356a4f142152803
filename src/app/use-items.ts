/** The items' texts in the language that is shown; null while they are on their way, and asked for again on demand. */
import { useCallback, useEffect, useState } from 'react';
import { loadItemTexts } from '../content/item-texts';
import type { ItemTexts } from '../content/items';
import { useLanguage } from '../content/use-language';

interface LoadedItems {
  texts: ItemTexts | null;
  hasFailed: boolean;
  retry: () => void;
}

export function useItems(): LoadedItems {
  const language = useLanguage();
  const [loaded, setLoaded] = useState<{ language: string; texts: ItemTexts }>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (hasFailed) return;
    let isWanted = true;
    loadItemTexts(language).then(
      (texts) => isWanted && setLoaded({ language, texts }),
      () => isWanted && setHasFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [language, hasFailed]);
  const retry = useCallback(() => setHasFailed(false), []);
  return { texts: loaded?.language === language ? loaded.texts : null, hasFailed, retry };
}
