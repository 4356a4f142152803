/** How to take a good photo, shown once: when an answer is unsure for the first time. */
import { Crop, Focus, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from './action-button';

const TIPS = [
  { name: 'one', Icon: Focus },
  { name: 'close', Icon: Crop },
  { name: 'light', Icon: Sun },
] as const;

interface PhotoTipsProps {
  onDismiss: () => void;
}

export function PhotoTips({ onDismiss }: PhotoTipsProps) {
  const { t } = useTranslation();
  return (
    <section
      aria-labelledby="tips-title"
      className="mt-6 space-y-4 rounded-2xl border-2 border-line bg-surface p-5"
    >
      <h2 id="tips-title" className="text-2xl">
        {t('tips.title')}
      </h2>
      <ul className="space-y-3">
        {TIPS.map(({ name, Icon }) => (
          <li key={name} className="flex gap-3">
            <Icon aria-hidden className="mt-0.5 size-6 shrink-0 text-accent" />
            {t(`tips.${name}`)}
          </li>
        ))}
      </ul>
      <ActionButton look="quiet" onClick={onDismiss}>
        {t('tips.done')}
      </ActionButton>
    </section>
  );
}
