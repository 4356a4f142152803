/** The foot of each screen: what happens to photos, in one sentence. */
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export function SiteFooter() {
  const { t } = useTranslation();
  return (
    <footer className="mx-auto mt-12 w-full max-w-6xl px-4 pb-10 sm:px-6">
      <p className="flex gap-3 border-t-2 border-line pt-5 text-base text-ink-soft">
        <ShieldCheck aria-hidden className="size-6 shrink-0" />
        {t('app.privacy')}
      </p>
    </footer>
  );
}
