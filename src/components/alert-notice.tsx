/** What went wrong with the last action, said at once to screen readers; stays until dismissed or mended. */
import { CircleAlert, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../domain/coded-error';

interface AlertNoticeProps {
  code: ErrorCode;
  onDismiss: () => void;
}

export function AlertNotice({ code, onDismiss }: AlertNoticeProps) {
  const { t } = useTranslation();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={notice}
      className="flex scroll-my-4 items-start gap-3 rounded-xl border-2 border-accent bg-surface p-3 pl-4"
    >
      <CircleAlert aria-hidden className="mt-2 size-6 shrink-0 text-accent" />
      <p role="alert" className="grow self-center py-1 font-semibold">
        {t(`errors.${code}`)}
      </p>
      <button
        type="button"
        onClick={onDismiss}
        aria-label={t('alert.close')}
        className="flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-accent-soft"
      >
        <X aria-hidden className="size-6" />
      </button>
    </div>
  );
}
