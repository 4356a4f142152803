/** The keys that the queue knows: `?` shows or hides them, as does the button. */
import { ChevronDown, Keyboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const KEYS = ['arrows', 'enter', 'delete', 'help'] as const;

export function QueueKeys() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, select');
      if (event.key === '?' && !isTyping) setIsOpen((wasOpen) => !wasOpen);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="group text-base"
    >
      <summary className="flex min-h-11 items-center gap-2 text-ink-soft">
        <Keyboard aria-hidden className="size-5" />
        {t('queue.keys.title')}
        <ChevronDown aria-hidden className="size-5 group-open:rotate-180" />
      </summary>
      <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-5 gap-y-2">
        {KEYS.map((key) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border-2 border-line px-2">{t(`queue.keys.${key}.name`)}</kbd>
            </dt>
            <dd>{t(`queue.keys.${key}.text`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
