/** The head of each screen: name, ways to the three screens, language and look. */
import { Moon, Sun } from 'lucide-react';
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
  isDark: boolean;
  onChooseLanguage: (language: Language) => void;
  onToggleTheme: () => void;
}

export function SiteHeader(props: SiteHeaderProps) {
  const { homeHref, links, isDark, onChooseLanguage, onToggleTheme } = props;
  const { t } = useTranslation();
  const Icon = isDark ? Sun : Moon;
  return (
    <header className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
      <a
        href={homeHref}
        className="flex min-h-11 items-center gap-2 font-display text-3xl font-extrabold tracking-tight text-accent"
      >
        <PilahMark />
        {t('app.name')}
      </a>
      <div className="ml-auto flex items-center gap-2 md:order-3">
        <LanguageSwitch onChoose={onChooseLanguage} />
        <button
          type="button"
          onClick={onToggleTheme}
          aria-label={isDark ? t('theme.toLight') : t('theme.toDark')}
          className="flex size-11 items-center justify-center rounded-xl hover:bg-accent-soft"
        >
          <Icon aria-hidden className="size-6" />
        </button>
      </div>
      <nav aria-label={t('nav.label')} className="w-full md:order-2 md:w-auto">
        <ul className="-ml-3 flex flex-wrap gap-x-1">
          {links.map(({ href, label, isCurrent }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={isCurrent ? 'page' : undefined}
                className="flex min-h-11 items-center border-b-4 border-transparent px-3 font-semibold hover:text-accent aria-[current]:border-accent aria-[current]:text-accent"
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
