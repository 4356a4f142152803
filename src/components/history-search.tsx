/** What a person looks for in the history: a kind, a first and a last day. */
import { RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type HistoryWish, isOpenWish, NO_WISH } from '../domain/history-wish';
import { ClassSelect } from './class-select';
import { IconButton } from './icon-button';

interface HistorySearchProps {
  wish: HistoryWish;
  /** How many fit. */
  result: string;
  onWish: (wish: HistoryWish) => void;
}

export function HistorySearch({ wish, result, onWish }: HistorySearchProps) {
  const { t } = useTranslation();
  const id = useId();
  const isWished = !isOpenWish(wish);
  return (
    <search aria-label={t('history.search')}>
      <form
        // Never sent. Chromium asks a server of Google's what the fields of a form mean, unless its address is that of a
        // search: e2e/privacy.spec.ts, and components/autofill/core/common/autofill_regex_constants.h of Chromium.
        action="search"
        onSubmit={(event) => event.preventDefault()}
        className="space-y-3"
      >
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="max-sm:w-full">
            <label htmlFor={`${id}-kind`} className="block text-base text-ink-soft">
              {t('history.kind')}
            </label>
            <ClassSelect
              id={`${id}-kind`}
              value={wish.kind ?? undefined}
              none={t('history.anyKind')}
              onChoose={(kind) => onWish({ ...wish, kind })}
            />
          </div>
          <Day
            label={t('history.from')}
            value={wish.firstDay}
            onChange={(firstDay) => onWish({ ...wish, firstDay })}
          />
          <Day
            label={t('history.until')}
            value={wish.lastDay}
            onChange={(lastDay) => onWish({ ...wish, lastDay })}
          />
          {isWished && (
            <IconButton icon={<RotateCcw aria-hidden />} onClick={() => onWish(NO_WISH)}>
              {t('history.everything')}
            </IconButton>
          )}
        </div>
        <p role="status">{isWished && result}</p>
      </form>
    </search>
  );
}

interface DayProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Day({ label, value, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="min-w-0 max-sm:grow max-sm:basis-36">
      <label htmlFor={id} className="block text-base text-ink-soft">
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="min-h-11 w-full min-w-0 rounded-xl border-2 border-line bg-surface px-2 text-ink"
      />
    </div>
  );
}
