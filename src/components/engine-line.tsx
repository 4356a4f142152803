/** What the engine is doing: bytes of the download, its phases, then how fast it is here and why so. */
import { Check, CircleAlert, CloudCheck, Cog, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { EngineStatus } from '../domain/engine-status';
import { ActionButton } from './action-button';

interface EngineLineProps {
  status: EngineStatus;
  /** The page itself is on this device, so that with the model nothing more is needed. */
  isShellKept: boolean;
  onRetry: () => void;
  /** A person agrees to the download that was offered. */
  onDownload: () => void;
  onStop: () => void;
}

export function EngineLine(props: EngineLineProps) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('engine.label')}
      data-engine={props.status.kind}
      className="text-base text-ink-soft"
    >
      <EngineWords {...props} />
      {isReadyOffline(props) && (
        <Line icon={<CloudCheck aria-hidden />}>{t('engine.offline')}</Line>
      )}
    </section>
  );
}

function isReadyOffline({ status, isShellKept }: EngineLineProps): boolean {
  return isShellKept && status.kind === 'ready' && status.kept.kind === 'stored';
}

function EngineWords({ status, onRetry, onDownload, onStop }: EngineLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  switch (status.kind) {
    case 'starting':
      return <Line icon={<Cog aria-hidden />}>{t('engine.starting')}</Line>;
    case 'offered': {
      const size = formats.megabytes(status.totalBytes - status.downloadedBytes);
      return (
        <div className="space-y-3">
          <Line icon={<Download aria-hidden />}>
            {t(`engine.offered.${status.reason}`, { size })}
          </Line>
          <ActionButton look="quiet" onClick={onDownload}>
            {t('engine.download', { size })}
          </ActionButton>
        </div>
      );
    }
    case 'downloading': {
      const { downloadedBytes, totalBytes } = status;
      const done = formats.megabytes(downloadedBytes);
      const total = formats.megabytes(totalBytes);
      return (
        <div className="space-y-2">
          <Line icon={<Download aria-hidden />}>{t('engine.downloading', { done, total })}</Line>
          <div className="flex flex-wrap items-center gap-x-4">
            <progress aria-label={t('engine.progress')} value={downloadedBytes} max={totalBytes} />
            <button type="button" onClick={onStop} className="text-link min-h-11">
              {t('engine.stop')}
            </button>
          </div>
        </div>
      );
    }
    case 'unpacking':
      return <Line icon={<Cog aria-hidden />}>{t('engine.unpacking')}</Line>;
    case 'warming-up':
      return <Line icon={<Cog aria-hidden />}>{t('engine.warmingUp')}</Line>;
    case 'ready': {
      const { backend, photoMs, kept } = status;
      const isRefused = kept.kind === 'failed' && kept.failure.code === 'storage-refused';
      return (
        <Line icon={<Check aria-hidden />}>
          {t('engine.ready', { seconds: formats.seconds(photoMs) })}{' '}
          {t(`engine.backend.${backend.name}`)} {t(`engine.reason.${backend.reason}`)}{' '}
          {isRefused && t('errors.storage-refused')}
        </Line>
      );
    }
    case 'failed':
      return (
        <div className="space-y-3">
          <Line icon={<CircleAlert aria-hidden />}>
            <span className="font-semibold text-ink">{t(`errors.${status.failure.code}`)}</span>
          </Line>
          <ActionButton look="quiet" onClick={onRetry}>
            {t('engine.retry')}
          </ActionButton>
        </div>
      );
    default:
      return status satisfies never;
  }
}

interface LineProps {
  icon: ReactNode;
  children: ReactNode;
}

function Line({ icon, children }: LineProps) {
  return (
    <p className="flex items-start gap-2 *:[svg]:mt-0.5 *:[svg]:size-5 *:[svg]:shrink-0">
      {icon}
      <span>{children}</span>
    </p>
  );
}
