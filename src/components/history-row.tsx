/** One answer of the history: small picture, what was said and when, what a person said, and what can be done with it. */
import { Trash2 } from 'lucide-react';
import { memo, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../content/moment';
import { useFormats } from '../content/use-language';
import type { HistoryEntry } from '../domain/history-entry';
import { WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';
import { ClassIcon } from './class-icon';
import { ClassSelect } from './class-select';

export type LoadThumbnail = (id: number) => Promise<Blob | null>;

interface HistoryRowProps {
  entry: HistoryEntry;
  /** Names the row. */
  titleId: string;
  /** Only one row's controls are stops of the Tab key, and complete: there may be ten thousand. */
  isActive: boolean;
  loadThumbnail: LoadThumbnail;
  onCorrect: (id: number, rightClass: WasteClassId | null) => void;
  onRemove: (id: number) => void;
}

/** Drawn again only where its own props change: the list is, at each step of scrolling. */
export const HistoryRow = memo(function HistoryRow({
  entry,
  titleId,
  isActive,
  loadThumbnail,
  onCorrect,
  onRemove,
}: HistoryRowProps) {
  const { t } = useTranslation();
  const id = useId();
  const { corrected } = entry;
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Thumbnail entry={entry} load={loadThumbnail} />
      <Words entry={entry} titleId={titleId} />
      <div className="flex items-center gap-2 max-sm:w-full">
        <label htmlFor={id} className="shrink-0 text-base text-ink-soft">
          {t('history.correct')}
        </label>
        <ClassSelect
          id={id}
          value={corrected}
          none={t('history.asAnswered')}
          kinds={isActive ? WASTE_CLASS_IDS : corrected ? [corrected] : []}
          tabIndex={tabIndex}
          describedBy={titleId}
          onChoose={(rightClass) => onCorrect(entry.id, rightClass)}
        />
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={t('history.remove')}
          aria-describedby={titleId}
          onClick={() => onRemove(entry.id)}
          className="flex size-11 shrink-0 items-center justify-center rounded-xl border-2 border-line bg-surface hover:border-accent"
        >
          <Trash2 aria-hidden className="size-5" />
        </button>
      </div>
    </div>
  );
});

function Words({ entry, titleId }: Pick<HistoryRowProps, 'entry' | 'titleId'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const moment = useMoment();
  const { answer, corrected, probability, timeMs, verdict } = entry;
  const kind = `${t(`kinds.${answer}`)} · ${formats.probability(probability)}`;
  const said = {
    sure: kind,
    unsure: t('history.unsure', { answer: kind }),
    'not-waste': t('sort.sampleNotWaste'),
  }[verdict];
  return (
    <div className="min-w-0 grow basis-40">
      <p id={titleId} className="flex flex-wrap items-center gap-x-3">
        <span className={verdict === 'sure' ? 'font-semibold' : 'text-ink-soft'}>{said}</span>
        <span className="text-base text-ink-soft">{moment(timeMs)}</span>
      </p>
      {corrected && (
        <p className="flex items-center gap-1.5 text-base font-semibold">
          <ClassIcon id={corrected} className="size-5" />
          {t('history.corrected', { kind: t(`kinds.${corrected}`) })}
        </p>
      )}
    </div>
  );
}

/** For the rows on screen only. */
function Thumbnail({ entry, load }: { entry: HistoryEntry; load: LoadThumbnail }) {
  /** Null where there is none; undefined while that is not known, so that a quick scroll draws nothing in vain. */
  const [url, setUrl] = useState<string | null>();
  const { id } = entry;
  useEffect(() => {
    let made = '';
    let isGone = false;
    void load(id).then((picture) => {
      if (isGone) return;
      if (picture) made = URL.createObjectURL(picture);
      setUrl(made || null);
    });
    return () => {
      isGone = true;
      URL.revokeObjectURL(made);
    };
  }, [id, load]);
  return (
    <span className="flex size-16 shrink-0 items-center justify-center overflow-hidden rounded-lg bg-accent-soft">
      {url && <img src={url} alt="" decoding="async" className="size-full object-cover" />}
      {url === null && <ClassIcon id={entry.answer} className="size-8 text-ink-soft" />}
    </span>
  );
}
