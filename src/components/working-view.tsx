/** Shown while a photo is with the network, or waits for it. */
import { Hourglass, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface WorkingViewProps {
  /** The model is still being loaded. */
  isWaiting: boolean;
}

export function WorkingView({ isWaiting }: WorkingViewProps) {
  const { t } = useTranslation();
  return (
    <div
      data-testid="working"
      className="flex flex-col items-center gap-5 rounded-2xl border-2 border-line bg-surface px-6 py-16 text-center"
    >
      {isWaiting ? (
        <Hourglass aria-hidden className="size-14 text-accent" strokeWidth={1.5} />
      ) : (
        <LoaderCircle aria-hidden className="size-14 animate-spin text-accent" strokeWidth={1.75} />
      )}
      <p className="max-w-sm text-xl font-semibold">
        {isWaiting ? t('working.waiting') : t('working.running')}
      </p>
    </div>
  );
}
