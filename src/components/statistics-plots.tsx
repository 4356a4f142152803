/** What was sorted, as plots: per kind, per week, per bin. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BIN_IDS, type BinId, CLASS_BINS } from '../content/bins';
import { useFormats } from '../content/use-language';
import type { HistoryEntry } from '../domain/history-entry';
import {
  countBins,
  countKinds,
  countWeeks,
  daysAfter,
  type SortedKind,
  type WeekCount,
} from '../domain/history-statistics';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { DataTable } from './data-table';
import { ModelSection } from './model-section';
import { useAxisFormats } from './plots/axis-formats';
import { BarPlot } from './plots/bar-plot';
import { ColumnPlot } from './plots/column-plot';

export interface StatisticsPlotsProps {
  entries: readonly HistoryEntry[];
}

interface Counted {
  key: string;
  label: string;
  n: number;
}

const LAST_DAY = 6;

export function StatisticsPlots({ entries }: StatisticsPlotsProps) {
  const { t } = useTranslation();
  const kinds = useMemo(() => countKinds(entries), [entries]);
  const weeks = useMemo(() => countWeeks(entries), [entries]);
  if (entries.length === 0) return null;
  return (
    <ModelSection title={t('statistics.title')}>
      <div className="grid items-start gap-x-10 gap-y-12 lg:grid-cols-2 [&>*]:min-w-0">
        <KindsPlot kinds={kinds} />
        <WeeksPlot weeks={weeks} />
        <BinsPlot kinds={kinds} />
      </div>
    </ModelSection>
  );
}

interface KindsProps {
  kinds: ReadonlyMap<SortedKind, number>;
}

function KindsPlot({ kinds }: KindsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const rows = [
    ...WASTE_CLASS_IDS.map((id) => ({ key: id, label: t(`kinds.${id}`), n: kinds.get(id) ?? 0 })),
    { key: 'not-waste', label: t('statistics.notWaste'), n: kinds.get('not-waste') ?? 0 },
  ];
  const most = mostOf(rows);
  return (
    <CountsPlot
      title={t('statistics.kindsTitle')}
      summary={t('statistics.kindsSummary', {
        n: formats.count(sumOf(rows)),
        name: most.label,
        most: formats.count(most.n),
      })}
      corner={t('statistics.kind')}
      rows={rows}
    />
  );
}

function BinsPlot({ kinds }: KindsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const bins = countBins<BinId>(kinds, CLASS_BINS);
  const rows = BIN_IDS.map((bin) => ({
    key: bin,
    label: t(`bins.${bin}.name`),
    n: bins.get(bin) ?? 0,
  }));
  const most = mostOf(rows);
  const none = formats.count(kinds.get('not-waste') ?? 0);
  const [n, name] = [formats.count(sumOf(rows)), most.label];
  return (
    <CountsPlot
      title={t('statistics.binsTitle')}
      summary={
        most.n > 0
          ? t('statistics.binsSummary', { n, name, most: formats.count(most.n), none })
          : t('statistics.binsNone', { none })
      }
      corner={t('statistics.bin')}
      rows={rows}
    />
  );
}

interface WeeksPlotProps {
  weeks: readonly WeekCount[];
}

function WeeksPlot({ weeks }: WeeksPlotProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { day, days } = useAxisFormats();
  const title = t('statistics.weeksTitle');
  const rows = weeks.map(({ start, n }) => ({
    key: String(start.getTime()),
    label: day(start),
    whole: days(start, daysAfter(start, LAST_DAY)),
    n,
  }));
  const most = mostOf(rows);
  return (
    <ColumnPlot
      title={title}
      summary={t('statistics.weeksSummary', {
        count: weeks.length,
        weeks: formats.count(weeks.length),
        n: formats.count(sumOf(rows)),
        week: most.whole,
        most: formats.count(most.n),
      })}
      columns={rows}
      unit={t('statistics.count')}
      table={
        <DataTable
          caption={title}
          corner={t('statistics.week')}
          columns={[t('statistics.count')]}
          rows={rows.map(({ key, whole, n }) => ({ key, head: whole, cells: [formats.count(n)] }))}
        />
      }
    />
  );
}

interface CountsPlotProps {
  title: string;
  summary: string;
  corner: string;
  rows: readonly Counted[];
}

function CountsPlot({ title, summary, corner, rows }: CountsPlotProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <BarPlot
      title={title}
      summary={summary}
      bars={rows.map(({ key, label, n }) => ({ key, label, value: n, text: count(n) }))}
      table={
        <DataTable
          caption={title}
          corner={corner}
          columns={[t('statistics.count')]}
          rows={rows.map(({ key, label, n }) => ({ key, head: label, cells: [count(n)] }))}
        />
      }
    />
  );
}

function sumOf(rows: readonly { n: number }[]): number {
  return rows.reduce((sum, { n }) => sum + n, 0);
}

/** The first of those with the most. There is at least one row. */
function mostOf<Row extends { n: number }>(rows: readonly Row[]): Row {
  return rows.reduce((most, row) => (row.n > most.n ? row : most));
}
