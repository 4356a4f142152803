/** Numbers as each language writes them: shares, bytes, seconds, counts. */
import type { Language } from './language';

export interface Formats {
  /** A measured share, 0 to 1, with one decimal: `94,2%`. */
  share: (value: number) => string;
  /** A quoted share, 0 to 1, with the two decimals that its source gives. */
  exactShare: (value: number) => string;
  /** What the network believes, 0 to 1, in whole percent; never a certain 100 % or 0 %. */
  probability: (value: number) => string;
  /** Decimal megabytes, as shops and browsers count them; from a thousand on gigabytes. */
  megabytes: (bytes: number) => string;
  seconds: (milliseconds: number) => string;
  /** A wait, in whole seconds or, from a minute and a half on, in whole minutes. */
  duration: (milliseconds: number) => string;
  count: (value: number) => string;
  /** A figure between 0 and 1 that is no percentage, three decimals. */
  figure: (value: number) => string;
  /** A date such as `2026-11-24`, written out. */
  date: (isoDate: string) => string;
}

function makeFormats(language: Language): Formats {
  const share = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const exactShare = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const size = { style: 'unit', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const megabytes = new Intl.NumberFormat(language, { ...size, unit: 'megabyte' });
  const gigabytes = new Intl.NumberFormat(language, { ...size, unit: 'gigabyte' });
  const seconds = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  const whole = { style: 'unit', unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  const wholeSeconds = new Intl.NumberFormat(language, { ...whole, unit: 'second' });
  const minutes = new Intl.NumberFormat(language, { ...whole, unit: 'minute' });
  const count = new Intl.NumberFormat(language);
  const figure = new Intl.NumberFormat(language, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    share: (value) => share.format(value),
    exactShare: (value) => exactShare.format(value),
    probability: (value) => {
      if (value > 0.99) return `> ${percent.format(0.99)}`;
      return value < 0.01 ? `< ${percent.format(0.01)}` : percent.format(value);
    },
    megabytes: (bytes) =>
      bytes < 1e9 ? megabytes.format(bytes / 1e6) : gigabytes.format(bytes / 1e9),
    seconds: (milliseconds) => seconds.format(Math.max(0.1, milliseconds / 1000)),
    duration: (milliseconds) =>
      milliseconds < 90_000
        ? wholeSeconds.format(Math.max(1, milliseconds / 1000))
        : minutes.format(milliseconds / 60_000),
    count: (value) => count.format(value),
    figure: (value) => figure.format(value),
    date: (isoDate) => {
      const time = Date.parse(isoDate);
      return Number.isNaN(time) ? isoDate : date.format(time);
    },
  };
}

const made = new Map<Language, Formats>();

/** Made once for each language: an Intl format takes a fraction of a millisecond, a row of a list has several. */
export function formatsOf(language: Language): Formats {
  const formats = made.get(language) ?? makeFormats(language);
  made.set(language, formats);
  return formats;
}
