/** The addresses of all screens, for what must hold on each of them. */
export const SCREENS = {
  sort: './#/',
  guide: './#/guide',
  'a class card': './#/guide/battery',
  model: './#/model',
  'an address that does not exist': './#/nowhere',
} as const;

/** The names above. */
export const SCREEN_NAMES = Object.keys(SCREENS) as (keyof typeof SCREENS)[]; // keys() forgets its type
