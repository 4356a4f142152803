/** All answers that this device keeps: looked through, corrected, deleted, saved and brought in. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { AlertNotice } from '../components/alert-notice';
import { downloadFile } from '../components/download-file';
import { FailureNotice } from '../components/failure-notice';
import { HistoryList } from '../components/history-list';
import { HistoryNewsBar } from '../components/history-news-bar';
import { HistorySearch } from '../components/history-search';
import { HistoryStatistics } from '../components/history-statistics';
import { HistoryTools } from '../components/history-tools';
import { useFormats } from '../content/use-language';
import { HISTORY_LIMIT, type HistoryEntry } from '../domain/history-entry';
import { findEntries, NO_WISH } from '../domain/history-wish';
import { SETTINGS_HREF, SORT_HREF } from './route';
import { useHistory, useSettings } from './store-context';
import { useHistoryNews } from './use-history-news';

export function HistoryScreen() {
  const { t } = useTranslation();
  const entries = useHistory((state) => state.entries);
  const failure = useHistory((state) => state.failure);
  const isOn = useSettings((state) => state.keepHistory);
  const { load, leave, dismissFailure } = useHistory((state) => state.actions);
  useEffect(() => {
    void load();
    return () => void leave();
  }, [load, leave]);

  function retry(): void {
    dismissFailure();
    void load();
  }

  return (
    <div className="space-y-8">
      <div className="space-y-3">
        <h1 className="text-3xl sm:text-5xl">{t('history.title')}</h1>
        <p className="max-w-prose text-lg text-ink-soft">
          {t('history.lead')}{' '}
          <a href={SETTINGS_HREF} className="text-link">
            {t('settings.title')}
          </a>
        </p>
        {!isOn && <p className="font-semibold">{t('history.off')}</p>}
      </div>
      {entries ? (
        <>
          {failure && <AlertNotice code={failure} onDismiss={dismissFailure} />}
          <Entries entries={entries} />
        </>
      ) : failure ? (
        <FailureNotice code={failure} onRetry={retry} />
      ) : (
        <p>{t('history.loading')}</p>
      )}
    </div>
  );
}

function Entries({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const damaged = useHistory((state) => state.damaged);
  const canUndo = useHistory((state) => state.news?.kind === 'removed');
  const actions = useHistory((state) => state.actions);
  const [wish, setWish] = useState(NO_WISH);
  const [goTo, setGoTo] = useState<{ id: number }>();
  const found = useMemo(() => findEntries(entries, wish), [entries, wish]);
  const news = useHistoryNews();
  const isEmpty = entries.length === 0;

  async function exportHistory(): Promise<void> {
    const file = await actions.exportFile();
    if (file) downloadFile(file);
  }

  async function undo(): Promise<void> {
    const ids = await actions.undo();
    const id = ids.at(-1);
    if (id !== undefined) setGoTo({ id });
  }

  return (
    <div className="space-y-6">
      {damaged > 0 && (
        <div className="space-y-3 rounded-xl border-2 border-accent bg-surface p-4">
          <p role="alert">{t('errors.history-damaged')}</p>
          <ActionButton look="quiet" onClick={() => void actions.removeDamaged()}>
            {t('history.removeDamaged')}
          </ActionButton>
        </div>
      )}
      {!isEmpty && (
        <HistorySearch
          wish={wish}
          result={t('history.found', { count: found.length, n: formats.count(found.length) })}
          onWish={setWish}
        />
      )}
      <HistoryNewsBar
        text={news}
        takesFocus={canUndo && found.length === 0}
        onUndo={canUndo ? () => void undo() : undefined}
      />
      {found.length > 0 && (
        <HistoryList
          entries={found}
          goTo={goTo}
          loadThumbnail={actions.thumbnail}
          onCorrect={actions.correctEntry}
          onRemove={actions.remove}
        />
      )}
      {found.length > 0 && <HistoryStatistics entries={found} />}
      {isEmpty && <NothingYet />}
      {!isEmpty && (
        <p>
          {t('history.limit', {
            n: formats.count(entries.length),
            limit: formats.count(HISTORY_LIMIT),
          })}
        </p>
      )}
      <HistoryTools
        isEmpty={isEmpty}
        onExport={() => void exportHistory()}
        onImport={(file) => void actions.importFile(file)}
        onClear={() => void actions.clear()}
      />
    </div>
  );
}

function NothingYet() {
  const { t } = useTranslation();
  return (
    <div className="space-y-4 rounded-2xl border-2 border-line bg-surface p-6">
      <h2 className="text-2xl">{t('history.emptyTitle')}</h2>
      <p>{t('history.emptyText')}</p>
      <a
        href={SORT_HREF}
        className="inline-flex min-h-11 items-center rounded-xl bg-accent px-5 py-2 font-bold text-accent-ink"
      >
        {t('history.emptyLink')}
      </a>
    </div>
  );
}
