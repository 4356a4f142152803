/** Which screen a route shows, and what the window is called meanwhile. */
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import { Skeleton } from '../components/skeleton';
import { NotFoundScreen } from './not-found-screen';
import type { Route } from './route';
import { screenPart } from './screen-part';
import { SortScreen } from './sort-screen';

// What most first visitors never open arrives when it is asked for.
const GuideScreen = screen(async () => (await import('./guide-screen')).GuideScreen);
const ClassCardScreen = screen(async () => (await import('./class-card-screen')).ClassCardScreen);
const PosterScreen = screen(async () => (await import('./poster-screen')).PosterScreen);
const HistoryScreen = screen(async () => (await import('./history-screen')).HistoryScreen);
const ModelScreen = screen(async () => (await import('./model-screen')).ModelScreen);
const SettingsScreen = screen(async () => (await import('./settings-screen')).SettingsScreen);

function screen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return screenPart(load, <Skeleton />);
}

interface ScreenProps {
  route: Route;
}

export function Screen({ route }: ScreenProps) {
  switch (route.kind) {
    case 'sort':
      return <SortScreen />;
    case 'guide':
      return <GuideScreen />;
    case 'class-card':
      return <ClassCardScreen id={route.id} />;
    case 'poster':
      return <PosterScreen />;
    case 'history':
      return <HistoryScreen />;
    case 'model':
      return <ModelScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'not-found':
      return <NotFoundScreen />;
    default:
      return route satisfies never;
  }
}

export function screenTitle(route: Route, t: TFunction): string {
  switch (route.kind) {
    case 'sort':
      return t('sort.title');
    case 'class-card':
      return t(`kinds.${route.id}`);
    case 'guide':
    case 'poster':
    case 'history':
    case 'model':
    case 'settings':
      return t(`${route.kind}.title`);
    case 'not-found':
      return t('notFound.title');
    default:
      return route satisfies never;
  }
}
