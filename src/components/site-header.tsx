/** The head of each screen: name, ways to the screens, language, settings. */
import { Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../content/language';
import { LanguageSwitch } from './language-switch';
import { PilahMark } from './pilah-mark';

export interface SiteLink {
  href: string;
  label: string;
  isCurrent: boolean;
}

interface SiteHeaderProps {
  homeHref: string;
  links: readonly SiteLink[];
  settings: SiteLink;
  onChooseLanguage: (language: Language) => void;
}

export function SiteHeader(props: SiteHeaderProps) {
  const { homeHref, links, settings, onChooseLanguage } = props;
  const { t } = useTranslation();
  return (
    <header className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
      <a
        href={homeHref}
        className="flex min-h-11 items-center gap-2 font-display text-3xl font-extrabold tracking-tight text-accent"
      >
        <PilahMark />
        {t('app.name')}
      </a>
      <div className="ml-auto flex items-center gap-1 md:order-3">
        <LanguageSwitch onChoose={onChooseLanguage} />
        <a
          href={settings.href}
          aria-label={settings.label}
          aria-current={settings.isCurrent ? 'page' : undefined}
          className="flex size-11 items-center justify-center rounded-xl hover:bg-accent-soft aria-[current]:text-accent"
        >
          <Settings aria-hidden className="size-6" />
        </a>
      </div>
      <nav aria-label={t('nav.label')} className="w-full md:order-2 md:w-auto">
        <ul className="-ml-1.5 flex flex-wrap gap-x-1">
          {links.map(({ href, label, isCurrent }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={isCurrent ? 'page' : undefined}
                className="flex min-h-11 items-center border-b-4 border-transparent px-1.5 font-semibold hover:text-accent aria-[current]:border-accent aria-[current]:text-accent"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
