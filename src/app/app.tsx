/** The frame of the page: head, the screen that the address names, foot; and the model where a screen needs it. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertNotice } from '../components/alert-notice';
import { SiteFooter } from '../components/site-footer';
import { SiteHeader } from '../components/site-header';
import {
  GUIDE_HREF,
  HISTORY_HREF,
  MODEL_HREF,
  needsModel,
  SETTINGS_HREF,
  SORT_HREF,
} from './route';
import { Screen, screenTitle } from './screen';
import { NewVersion } from './shell-notices';
import { usePilah, useSettings } from './store-context';
import { useIncomingFiles } from './use-incoming-files';
import { useKeptShell } from './use-kept-shell';
import { useLanguageChoice } from './use-language-choice';
import { useOutsidePhotos } from './use-outside-photos';
import { useRoute } from './use-route';
import { useScreenChange } from './use-screen-change';
import { useTheme } from './use-theme';

export function App() {
  const { t } = useTranslation();
  const route = useRoute();
  const { failure, dismissFailure } = useLanguageChoice();
  const chooseSetting = useSettings((state) => state.choose);
  useTheme();
  const screen = route.kind === 'class-card' ? `${route.kind}/${route.id}` : route.kind;
  const page = screenTitle(route, t);
  const content = useScreenChange(screen, t('app.pageTitle', { page }));
  useModelOnDemand(needsModel(route));
  const { choose } = usePilah((state) => state.actions);
  useIncomingFiles(choose);
  useOutsidePhotos(choose);
  useKeptShell(needsModel(route));

  const inGuide = ['guide', 'class-card', 'poster'].includes(route.kind);
  const links = [
    { href: SORT_HREF, label: t('nav.sort'), isCurrent: route.kind === 'sort' },
    { href: GUIDE_HREF, label: t('nav.guide'), isCurrent: inGuide },
    { href: HISTORY_HREF, label: t('nav.history'), isCurrent: route.kind === 'history' },
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
        settings={{
          href: SETTINGS_HREF,
          label: t('settings.title'),
          isCurrent: route.kind === 'settings',
        }}
        onChooseLanguage={(language) => chooseSetting('language', language)}
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
