/** The poster, to look at and to print. */
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/icon-button';
import { Poster } from '../components/poster';
import { GUIDE_HREF } from './route';

export function PosterScreen() {
  const { t } = useTranslation();
  return (
    <div className="space-y-6">
      <div className="not-printed space-y-4">
        <a href={GUIDE_HREF} className="text-link inline-flex min-h-11 items-center gap-2">
          <ArrowLeft aria-hidden className="size-5" />
          {t('guide.backToGuide')}
        </a>
        <h1 className="text-3xl sm:text-5xl">{t('poster.title')}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{t('poster.lead')}</p>
        <IconButton icon={<Printer aria-hidden />} onClick={() => window.print()}>
          {t('poster.print')}
        </IconButton>
      </div>
      <Poster />
    </div>
  );
}
