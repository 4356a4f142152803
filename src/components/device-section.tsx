/** What this device does with the model: how it computes, what it keeps, and the two buttons that change that. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { EngineStatus } from '../domain/engine-status';
import { ActionButton } from './action-button';
import { ModelSection } from './model-section';

/** What the browser says of all that this page keeps. */
export interface DeviceStorage {
  usedBytes: number;
  quotaBytes: number;
  isPersisted: boolean;
}

interface DeviceSectionProps {
  engine: EngineStatus;
  /** Undefined until the manifest has been read. */
  modelBytes: number | undefined;
  /** Undefined where the browser does not say. */
  storage: DeviceStorage | undefined;
  onRemove: () => void;
  onFetch: () => void;
  /** How it computes, and the choice of it. */
  children: ReactNode;
}

export function DeviceSection({
  engine,
  modelBytes,
  storage,
  onRemove,
  onFetch,
  children,
}: DeviceSectionProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isStored = engine.kind === 'ready' && engine.kept.kind === 'stored';
  return (
    <ModelSection title={t('model.device.title')}>
      {children}
      <div data-testid="device" className="max-w-prose space-y-2">
        <p role="status">
          <KeptWords engine={engine} modelBytes={modelBytes} />{' '}
          {isStored &&
            storage &&
            (storage.isPersisted ? t('model.device.persisted') : t('model.device.notPersisted'))}
        </p>
        {storage && (
          <p>
            {t('model.device.used', {
              used: formats.megabytes(storage.usedBytes),
              quota: formats.megabytes(storage.quotaBytes),
            })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <ActionButton look="quiet" onClick={onRemove}>
          {t('model.device.remove')}
        </ActionButton>
        {!isStored && (
          <ActionButton look="quiet" onClick={onFetch}>
            {t('model.device.fetch')}
          </ActionButton>
        )}
      </div>
    </ModelSection>
  );
}

function KeptWords({ engine, modelBytes }: Pick<DeviceSectionProps, 'engine' | 'modelBytes'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (engine.kind !== 'ready') return t('model.device.incomplete');
  switch (engine.kept.kind) {
    case 'stored':
      return t('model.device.stored', { size: formats.megabytes(modelBytes ?? 0) });
    case 'storing':
      return t('model.device.storing');
    case 'absent':
      return t('model.device.absent');
    case 'failed':
      return t(`errors.${engine.kept.failure.code}`);
    default:
      return engine.kept satisfies never;
  }
}
