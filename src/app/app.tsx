/** The frame of the page: head, the screen that the address names, foot; and the model where a screen needs it. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertNotice } from '../components/alert-notice';
import { SiteFooter } from '../components/site-footer';
import { SiteHeader } from '../components/site-header';
import type { ChoiceStorage } from '../state/stored-choice';
import { GUIDE_HREF, MODEL_HREF, needsModel, SORT_HREF } from './route';
import { Screen, screenTitle } from './screen';
import { NewVersion } from './shell-notices';
import { usePilah } from './store-context';
import { useIncomingFiles } from './use-incoming-files';
import { useKeptShell } from './use-kept-shell';
import { useLanguageChoice } from './use-language-choice';
import { useOutsidePhotos } from './use-outside-photos';
import { useRoute } from './use-route';
import { useScreenChange } from './use-screen-change';
import { useTheme } from './use-theme';

interface AppProps {
  storage: ChoiceStorage;
}

export function App({ storage }: AppProps) {
  const { t } = useTranslation();
  const route = useRoute();
  const { chooseLanguage, failure, dismissFailure } = useLanguageChoice(storage);
  const { theme, toggleTheme } = useTheme(storage);
  const screen = route.kind === 'class-card' ? `${route.kind}/${route.id}` : route.kind;
  const page = screenTitle(route, t);
  const content = useScreenChange(screen, t('app.pageTitle', { page }));
  useModelOnDemand(needsModel(route));
  const { choose } = usePilah((state) => state.actions);
  useIncomingFiles(choose);
  useOutsidePhotos(choose);
  useKeptShell(needsModel(route));

  const inGuide = route.kind === 'guide' || route.kind === 'class-card';
  const links = [
    { href: SORT_HREF, label: t('nav.sort'), isCurrent: route.kind === 'sort' },
    { href: GUIDE_HREF, label: t('nav.guide'), isCurrent: inGuide },
    { href: MODEL_HREF, label: t('nav.model'), isCurrent: route.kind === 'model' },
  ];
  return (
    <>
      <button
        type="button"
        // A link to an anchor would change the hash, which names the screen.
        onClick={() => content.current?.focus()}
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded-xl focus:bg-accent focus:px-5 focus:py-3 focus:text-accent-ink"
      >
        {t('app.skipToContent')}
      </button>
      <SiteHeader
        homeHref={SORT_HREF}
        links={links}
        isDark={theme === 'dark'}
        onChooseLanguage={chooseLanguage}
        onToggleTheme={toggleTheme}
      />
      <main ref={content} tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6">
        {failure && <AlertNotice code={failure} onDismiss={dismissFailure} />}
        <NewVersion />
        <Screen route={route} />
      </main>
      <SiteFooter />
    </>
  );
}

function useModelOnDemand(isNeeded: boolean): void {
  const { ensureModel } = usePilah((state) => state.actions);
  useEffect(() => {
    if (isNeeded) ensureModel();
  }, [isNeeded, ensureModel]);
}
