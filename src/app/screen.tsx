/** Which screen a route shows, and what the window is called meanwhile. */
import type { TFunction } from 'i18next';
import { lazyPart } from '../components/lazy-part';
import { Skeleton } from '../components/skeleton';
import { NotFoundScreen } from './not-found-screen';
import type { Route } from './route';
import { SortScreen } from './sort-screen';

const skeleton = <Skeleton />;

// What most first visitors never open arrives when it is asked for.
const GuideScreen = lazyPart(async () => (await import('./guide-screen')).GuideScreen, skeleton);
const ClassCardScreen = lazyPart(
  async () => (await import('./class-card-screen')).ClassCardScreen,
  skeleton,
);
const ModelScreen = lazyPart(async () => (await import('./model-screen')).ModelScreen, skeleton);

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
    case 'model':
      return <ModelScreen />;
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
    case 'guide':
      return t('guide.title');
    case 'class-card':
      return t(`kinds.${route.id}`);
    case 'model':
      return t('model.title');
    case 'not-found':
      return t('notFound.title');
    default:
      return route satisfies never;
  }
}
