/** Which screen a route shows, and what the window is called meanwhile. */
import type { TFunction } from 'i18next';
import { classCard } from '../content/class-cards';
import type { Language } from '../content/language';
import { ClassCardScreen } from './class-card-screen';
import { GuideScreen } from './guide-screen';
import { ModelScreen } from './model-screen';
import { NotFoundScreen } from './not-found-screen';
import type { Route } from './route';
import { SortScreen } from './sort-screen';

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

export function screenTitle(route: Route, t: TFunction, language: Language): string {
  switch (route.kind) {
    case 'sort':
      return t('sort.title');
    case 'guide':
      return t('guide.title');
    case 'class-card':
      return classCard(language, route.id).name;
    case 'model':
      return t('model.title');
    case 'not-found':
      return t('notFound.title');
    default:
      return route satisfies never;
  }
}
