/** The answers, of which only the rows on screen are drawn. One row takes part in the Tab order; arrows lead to the others. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../domain/history-entry';
import type { WasteClassId } from '../domain/waste-class';
import { HistoryRow, type LoadThumbnail } from './history-row';

/** Of most rows; each is measured once it is drawn. */
const ROW_PX = 110;
/** Beyond the edge, so that a quick scroll shows no holes. */
const OVERSCAN = 3;
const PAGE_ROWS = 5;

interface HistoryListProps {
  /** Newest first, at least one. */
  entries: readonly HistoryEntry[];
  /** An entry to go to, by its id: one that has come back. */
  goTo: { id: number } | undefined;
  loadThumbnail: LoadThumbnail;
  onCorrect: (id: number, rightClass: WasteClassId | null) => void;
  onRemove: (id: number) => void;
}

export function HistoryList({
  entries,
  goTo,
  loadThumbnail,
  onCorrect,
  onRemove,
}: HistoryListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const activeRow = useRef<HTMLElement>(null);
  const [wished, setActive] = useState(0);
  /** Set where the focus is to follow, once the row is there. */
  const wantsFocus = useRef(false);
  const active = Math.min(wished, entries.length - 1);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => entries[index]?.id ?? index,
    // The row that has the focus stays, however far it is scrolled away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });

  function moveTo(index: number): void {
    const inside = Math.max(0, Math.min(entries.length - 1, index));
    wantsFocus.current = true;
    setActive(inside);
    rows.scrollToIndex(inside);
    if (inside === active) focusRow();
  }

  function focusRow(): void {
    wantsFocus.current = false;
    activeRow.current?.focus({ preventScroll: true });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the row that is active, or that has moved up in a deleted one's place.
  useEffect(() => {
    if (wantsFocus.current) focusRow();
  }, [active, entries]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is followed once.
  useEffect(() => {
    const index = entries.findIndex(({ id }) => id === goTo?.id);
    if (index >= 0) moveTo(index);
  }, [goTo]);

  const remove = useCallback(
    (id: number) => {
      wantsFocus.current = true;
      onRemove(id);
    },
    [onRemove],
  );

  function onKeyDown(event: KeyboardEvent): void {
    const entry = entries[active];
    // In a select these keys choose.
    if (!entry || event.target instanceof HTMLSelectElement) return;
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      PageDown: () => moveTo(active + PAGE_ROWS),
      PageUp: () => moveTo(active - PAGE_ROWS),
      Home: () => moveTo(0),
      End: () => moveTo(entries.length - 1),
      Delete: () => remove(entry.id),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  return (
    <div
      ref={scroller}
      role="feed"
      aria-label={t('history.list')}
      onKeyDown={onKeyDown}
      className="max-h-[75vh] min-h-72 overflow-y-auto rounded-xl border-2 border-line bg-surface"
    >
      <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const entry = entries[index];
          if (!entry) return null;
          const titleId = `${listId}-${entry.id}`;
          const isActive = index === active;
          return (
            <article
              key={key}
              ref={(row) => {
                rows.measureElement(row);
                if (isActive && row) activeRow.current = row;
              }}
              data-index={index}
              aria-labelledby={titleId}
              aria-posinset={index + 1}
              aria-setsize={entries.length}
              // A feed's articles take the focus: https://www.w3.org/WAI/ARIA/apg/patterns/feed/
              tabIndex={isActive ? 0 : -1}
              onFocus={() => setActive(index)}
              // Before a list of choices opens.
              onPointerDown={() => setActive(index)}
              className="absolute inset-x-0 top-0 border-b border-line p-3 outline-offset-[-3px]!"
              style={{ transform: `translateY(${start}px)` }}
            >
              <HistoryRow
                entry={entry}
                titleId={titleId}
                isActive={isActive}
                loadThumbnail={loadThumbnail}
                onCorrect={onCorrect}
                onRemove={remove}
              />
            </article>
          );
        })}
      </div>
    </div>
  );
}
