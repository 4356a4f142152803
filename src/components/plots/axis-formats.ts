/** How values are written along an axis, in the language that is shown. */
import { useMemo } from 'react';
import { useLanguage } from '../../content/use-language';

export interface AxisFormats {
  /** Of 0 to 1, in whole percent. */
  percent: (value: number) => string;
  /** A day, short: `24 Nov`. */
  day: (date: Date) => string;
  /** From one day to another: `23–29 Nov 2026`. */
  days: (from: Date, to: Date) => string;
}

export function useAxisFormats(): AxisFormats {
  const language = useLanguage();
  return useMemo(() => {
    const percent = new Intl.NumberFormat(language, { style: 'percent' });
    const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
    const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    return {
      percent: (value) => percent.format(value),
      day: (date) => day.format(date),
      days: (from, to) => days.formatRange(from, to),
    };
  }, [language]);
}
