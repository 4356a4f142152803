/** What the last action on the history has done, with the way back where there is one. */
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from './action-button';

interface HistoryNewsBarProps {
  /** Empty while there is nothing to say. */
  text: string;
  /** What was focused is gone, and nothing else is there to go to. */
  takesFocus: boolean;
  /** Undefined where nothing can be undone. */
  onUndo: (() => void) | undefined;
}

export function HistoryNewsBar({ text, takesFocus, onUndo }: HistoryNewsBarProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) bar.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  useEffect(() => {
    // What was pressed may stand far below.
    if (text) bar.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return (
    <div
      ref={bar}
      className={
        text
          ? 'flex scroll-my-4 flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border-2 border-line bg-surface p-3 pl-4'
          : 'sr-only'
      }
    >
      <p role="status" className="font-semibold">
        {text}
      </p>
      {onUndo && (
        <ActionButton look="quiet" onClick={onUndo}>
          <Undo2 aria-hidden className="size-5" />
          {t('history.undo')}
        </ActionButton>
      )}
    </div>
  );
}
