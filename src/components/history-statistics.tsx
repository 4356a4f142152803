/** The history in figures: its plots come with their library when they are first drawn. */
import { lazyPart } from './lazy-part';
import type { StatisticsPlotsProps } from './statistics-plots';

export const HistoryStatistics = lazyPart<StatisticsPlotsProps>(
  async () => (await import('./statistics-plots')).StatisticsPlots,
  <div className="h-96" />,
);
