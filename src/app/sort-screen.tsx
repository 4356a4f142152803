/** The job itself: a photo in, the button, the answer out. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { AlertNotice } from '../components/alert-notice';
import { PhotoBin } from '../components/photo-bin';
import { SampleRow } from '../components/sample-row';
import { AnswerPanel } from './answer-panel';
import { CameraButton } from './camera-button';
import { EngineNews } from './engine-news';
import { SAMPLES } from './samples';
import { screenPart } from './screen-part';
import { Installation } from './shell-notices';
import { usePilah } from './store-context';

const QueuePanel = screenPart(async () => (await import('./queue-panel')).QueuePanel);

export function SortScreen() {
  const { t } = useTranslation();
  const photo = usePilah((state) => state.photo);
  const hasQueue = usePilah((state) => state.queue.items.length > 0);
  const alert = usePilah((state) => state.alert);
  const actions = usePilah((state) => state.actions);
  const [photoAtMount] = useState(photo);
  const table = useRef<HTMLDivElement>(null);
  const nextStep = useRef<HTMLDivElement>(null);

  /** Samples and queue stand below; what was chosen, and the button that comes next, are above. */
  function showTable(): void {
    table.current?.scrollIntoView({ block: 'start' });
    table.current?.focus({ preventScroll: true });
  }

  /** On a phone the photo may push the button off the screen. */
  function showNextStep(): void {
    if (photo !== photoAtMount) nextStep.current?.scrollIntoView({ block: 'nearest' });
  }

  async function takeSample(name: string): Promise<void> {
    await actions.chooseSample(name);
    showTable();
  }

  async function openQueued(id: number): Promise<void> {
    await actions.openQueued(id);
    showTable();
  }

  return (
    <div className="space-y-12">
      <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-2">
        <div className="space-y-6">
          <div className="space-y-3">
            <h1 className="text-3xl sm:text-5xl">{t('sort.title')}</h1>
            <p className="max-w-prose text-lg text-ink-soft">{t('sort.lead')}</p>
          </div>
          <div ref={table} tabIndex={-1}>
            <PhotoBin
              photo={
                photo.kind === 'none' ? undefined : { name: photo.file.name, url: photo.previewUrl }
              }
              onShown={showNextStep}
              onFiles={(files) => void actions.choose(files)}
              camera={<CameraButton onPhoto={(photo) => void actions.choose([photo])} />}
            />
          </div>
          {alert && (
            <AlertNotice key={alert.serial} code={alert.code} onDismiss={actions.dismissAlert} />
          )}
          <div ref={nextStep} className="flex scroll-mb-4 flex-wrap gap-3">
            <ActionButton look="strong" onClick={() => void actions.classify()}>
              {t('sort.classify')}
            </ActionButton>
            {photo.kind === 'classifying' && (
              <ActionButton look="quiet" onClick={actions.cancel}>
                {t('sort.cancel')}
              </ActionButton>
            )}
          </div>
          <EngineNews />
        </div>
        <AnswerPanel photo={photo} isNews={photo !== photoAtMount} onRetry={actions.classify} />
      </div>
      {hasQueue && <QueuePanel onStart={() => void actions.classify()} onOpen={openQueued} />}
      <Installation />
      <SampleRow samples={SAMPLES} onChoose={(name) => void takeSample(name)} />
    </div>
  );
}
