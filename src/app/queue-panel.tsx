/** Many photos: how far they are, what to do with them, where they go, and each of them. */
import {
  CircleX,
  FileJson,
  FileSpreadsheet,
  Pause,
  Play,
  Printer,
  RotateCcw,
  Trash2,
} from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { PrintedReport } from '../components/printed-report';
import { QueueKeys } from '../components/queue-keys';
import { QueueList } from '../components/queue-list';
import { toCsv, toJson } from '../components/queue-report';
import { QueueTotals } from '../components/queue-totals';
import { useFormats } from '../content/use-language';
import { countOutcomes, timeLeftMs } from '../domain/photo-queue';
import { usePilah } from './store-context';

interface QueuePanelProps {
  onStart: () => void;
  onOpen: (id: number) => void;
}

export function QueuePanel({ onStart, onOpen }: QueuePanelProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queue = usePilah((state) => state.queue);
  const actions = usePilah((state) => state.actions.queue);
  const [isPrinting, setIsPrinting] = useState(false);
  const section = useRef<HTMLElement>(null);
  // It comes below what a person is looking at.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);
  const endPrinting = useCallback(() => setIsPrinting(false), []);
  const { items, run } = queue;
  const counts = countOutcomes(queue);
  const finished = counts.done + counts.failed;
  const leftMs = timeLeftMs(queue);
  const isOver = finished === items.length;
  return (
    <section ref={section} aria-labelledby="queue-title" className="space-y-5">
      <div className="space-y-2">
        <h2 id="queue-title" className="text-2xl">
          {t('queue.title', { n: formats.count(items.length) })}
        </h2>
        <p>
          {t('queue.progress', {
            done: formats.count(finished),
            total: formats.count(items.length),
          })}
          {run === 'running' && leftMs !== undefined && (
            <> · {t('queue.timeLeft', { time: formats.duration(leftMs) })}</>
          )}
          {run === 'paused' && <> · {t('queue.paused')}</>}
        </p>
        <progress aria-label={t('queue.progressLabel')} value={finished} max={items.length} />
        {/* Only the end: five hundred announcements would bury everything else. */}
        <p role="status" className="sr-only">
          {isOver && t('queue.finished', { n: formats.count(items.length) })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {run === 'idle' && counts.waiting > 0 && (
          <ActionButton look="strong" onClick={onStart}>
            {t('sort.classify')}
          </ActionButton>
        )}
        {run === 'running' && (
          <QueueButton icon={<Pause aria-hidden />} onClick={actions.pause}>
            {t('queue.pause')}
          </QueueButton>
        )}
        {run === 'paused' && (
          <QueueButton icon={<Play aria-hidden />} onClick={actions.start}>
            {t('queue.resume')}
          </QueueButton>
        )}
        {run !== 'idle' && (
          <QueueButton icon={<CircleX aria-hidden />} onClick={actions.cancel}>
            {t('queue.cancel')}
          </QueueButton>
        )}
        {counts.failed > 0 && run !== 'running' && (
          <QueueButton icon={<RotateCcw aria-hidden />} onClick={actions.retryFailed}>
            {t('queue.retry', { n: formats.count(counts.failed) })}
          </QueueButton>
        )}
        {finished > 0 && (
          <>
            <QueueButton
              icon={<FileSpreadsheet aria-hidden />}
              onClick={() => download('pilah.csv', toCsv(items), 'text/csv')}
            >
              {t('queue.csv')}
            </QueueButton>
            <QueueButton
              icon={<FileJson aria-hidden />}
              onClick={() => download('pilah.json', toJson(items), 'application/json')}
            >
              {t('queue.json')}
            </QueueButton>
            <QueueButton icon={<Printer aria-hidden />} onClick={() => setIsPrinting(true)}>
              {t('queue.print')}
            </QueueButton>
          </>
        )}
        <QueueButton icon={<Trash2 aria-hidden />} onClick={actions.clear}>
          {t('queue.clear')}
        </QueueButton>
      </div>
      <QueueTotals items={items} />
      <QueueList items={items} onOpen={onOpen} onRemove={actions.remove} />
      <QueueKeys />
      {isPrinting && <PrintedReport items={items} onPrinted={endPrinting} />}
    </section>
  );
}

interface QueueButtonProps {
  icon: ReactNode;
  onClick: () => void;
  children: ReactNode;
}

function QueueButton({ icon, onClick, children }: QueueButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex min-h-11 items-center gap-2 rounded-xl border-2 border-line bg-surface px-4 py-1 font-semibold hover:border-accent [&_svg]:size-5"
    >
      {icon}
      {children}
    </button>
  );
}

function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
