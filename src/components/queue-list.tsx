/** All photos of a queue, of which only the rows on screen are drawn: arrows, Enter and Delete work on one of them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../domain/photo-queue';
import { type CheckPhoto, QueueRow } from './queue-row';

const ROW_PX = 72;
/** Beyond the edge, so that a quick scroll shows no holes. */
const OVERSCAN = 6;
const PAGE_ROWS = 5;

interface QueueListProps {
  items: readonly QueueItem[];
  checkPhoto: CheckPhoto;
  onOpen: (id: number) => void;
  onRemove: (id: number) => void;
}

export function QueueList({ items, checkPhoto, onOpen, onRemove }: QueueListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wished, setActive] = useState(0);
  const active = Math.min(wished, items.length - 1);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => items[index]?.id ?? index,
  });

  function moveTo(index: number): void {
    const inside = Math.max(0, Math.min(items.length - 1, index));
    setActive(inside);
    rows.scrollToIndex(inside);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const item = items[active];
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      PageDown: () => moveTo(active + PAGE_ROWS),
      PageUp: () => moveTo(active - PAGE_ROWS),
      Home: () => moveTo(0),
      End: () => moveTo(items.length - 1),
      Enter: () => item && onOpen(item.id),
      Delete: () => item && onRemove(item.id),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  const idOf = (index: number) => `${listId}-${items[index]?.id}`;
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('queue.list')}
      aria-activedescendant={idOf(active)}
      onKeyDown={onKeyDown}
      className="h-96 overflow-y-auto rounded-xl border-2 border-line bg-surface"
    >
      <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all of its rows.
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list, as listboxes do.
            <div
              key={key}
              id={idOf(index)}
              role="option"
              aria-selected={index === active}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              data-outcome={item.outcome.kind}
              onClick={() => {
                setActive(index);
                onOpen(item.id);
              }}
              className="absolute inset-x-0 top-0 flex cursor-pointer items-center gap-3 border-b border-line px-3 aria-selected:bg-accent-soft"
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <QueueRow item={item} checkPhoto={checkPhoto} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
