/** Why something is not there, with what to do next. */
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../domain/coded-error';
import { ActionButton } from './action-button';

interface FailureNoticeProps {
  code: ErrorCode;
  title?: string;
  onRetry: () => void;
}

export function FailureNotice({ code, title, onRetry }: FailureNoticeProps) {
  const { t } = useTranslation();
  return (
    <div className="space-y-4 rounded-2xl border-2 border-accent bg-surface p-6">
      {title && <h2 className="text-2xl">{title}</h2>}
      <p role="alert">{t(`errors.${code}`)}</p>
      <ActionButton look="quiet" onClick={onRetry}>
        {t('failure.retry')}
      </ActionButton>
    </div>
  );
}
