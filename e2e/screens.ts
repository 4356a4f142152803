/** All screens: their addresses, and how to see that they have come. */
import { expect, type Page } from '@playwright/test';
import { openPilahWithoutModel } from './pilah-page';

const SCREENS = {
  sort: { address: './#/', lastRole: 'button' },
  guide: { address: './#/guide', lastRole: 'heading' },
  'a class card': { address: './#/guide/battery', lastRole: 'heading' },
  poster: { address: './#/poster', lastRole: 'article' },
  history: { address: './#/history', lastRole: 'heading' },
  model: { address: './#/model', lastRole: 'img' },
  settings: { address: './#/settings', lastRole: 'list' },
  'an address that does not exist': { address: './#/nowhere', lastRole: 'heading' },
} as const;

type ScreenName = keyof typeof SCREENS;

/** The names of all screens. */
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[]; // keys() forgets its type

/** Opens a screen and waits for what comes last, but not for the model's weights. */
export async function openScreen(page: Page, screen: ScreenName): Promise<void> {
  const { address, lastRole } = SCREENS[screen];
  await openPilahWithoutModel(page, address);
  await expect(page.getByRole('main').getByRole(lastRole).last()).toBeVisible();
}
