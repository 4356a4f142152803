/** Items one below the other, as many beside each other as the screen is wide. */
import type { Item, ItemTexts } from '../content/items';
import { ItemEntry } from './item-entry';

interface ItemListProps {
  items: readonly Item[];
  texts: ItemTexts;
  /** Where they go to different groups. */
  isWithBin?: boolean;
}

export function ItemList({ items, texts, isWithBin = false }: ItemListProps) {
  return (
    <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      {items.map((item) => (
        <li key={item.id} className="border-t-2 border-line pt-4">
          <ItemEntry item={item} texts={texts} isWithBin={isWithBin} />
        </li>
      ))}
    </ul>
  );
}
