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
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { downloadFile } from '../components/download-file';
import { IconButton } from '../components/icon-button';
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
  const { queue: actions, checkPhoto } = usePilah((state) => state.actions);
  const [isPrinting, setIsPrinting] = useState(false);
  const section = useRef<HTMLElement>(null);
  // It comes below what a person is looking at.
  useEffect(() => {
    // In braces: newer browsers return a promise, which React would call as the clean-up.
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
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
          {t('queue.title', { count: items.length, n: formats.count(items.length) })}
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
          {isOver && t('queue.finished', { count: items.length, n: formats.count(items.length) })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {run === 'idle' && counts.waiting > 0 && (
          <ActionButton look="strong" onClick={onStart}>
            {t('sort.classify')}
          </ActionButton>
        )}
        {run === 'running' && (
          <IconButton icon={<Pause aria-hidden />} onClick={actions.pause}>
            {t('queue.pause')}
          </IconButton>
        )}
        {run === 'paused' && (
          <IconButton icon={<Play aria-hidden />} onClick={actions.start}>
            {t('queue.resume')}
          </IconButton>
        )}
        {run !== 'idle' && (
          <IconButton icon={<CircleX aria-hidden />} onClick={actions.cancel}>
            {t('queue.cancel')}
          </IconButton>
        )}
        {counts.failed > 0 && run !== 'running' && (
          <IconButton icon={<RotateCcw aria-hidden />} onClick={actions.retryFailed}>
            {t('queue.retry', { count: counts.failed, n: formats.count(counts.failed) })}
          </IconButton>
        )}
        {finished > 0 && (
          <>
            <IconButton
              icon={<FileSpreadsheet aria-hidden />}
              onClick={() =>
                downloadFile(new File([toCsv(items)], 'pilah.csv', { type: 'text/csv' }))
              }
            >
              {t('queue.csv')}
            </IconButton>
            <IconButton
              icon={<FileJson aria-hidden />}
              onClick={() =>
                downloadFile(new File([toJson(items)], 'pilah.json', { type: 'application/json' }))
              }
            >
              {t('queue.json')}
            </IconButton>
            <IconButton icon={<Printer aria-hidden />} onClick={() => setIsPrinting(true)}>
              {t('queue.print')}
            </IconButton>
          </>
        )}
        <IconButton icon={<Trash2 aria-hidden />} onClick={actions.clear}>
          {t('queue.clear')}
        </IconButton>
      </div>
      <QueueTotals items={items} />
      <QueueList items={items} checkPhoto={checkPhoto} onOpen={onOpen} onRemove={actions.remove} />
      <QueueKeys />
      {isPrinting && <PrintedReport items={items} onPrinted={endPrinting} />}
    </section>
  );
}
