/** "Teach my Pilah": on or off, what was taught and how it was checked, saved, brought in, forgotten. */
import { FileDown, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '../components/download-file';
import { IconButton } from '../components/icon-button';
import { JsonFileButton } from '../components/json-file-button';
import { ModelSection } from '../components/model-section';
import { SettingSwitch } from '../components/setting-switch';
import { useFormats } from '../content/use-language';
import { lessonsAsFile } from '../state/teach-work';
import { useSettings, useTeaching } from './store-context';

/** Ten of each class: training/check_photos.py. */
const CHECK_PHOTO_COUNT = 90;

export function TeachSection() {
  const { t } = useTranslation();
  const isOn = useSettings((state) => state.teach);
  const set = useSettings((state) => state.set);
  const news = useTeaching((state) => state.news);
  const failure = useTeaching((state) => state.failure);
  const { turnOn, turnOff } = useTeaching((state) => state.actions);
  return (
    <ModelSection title={t('teach.title')}>
      <SettingSwitch
        label={t('teach.switch')}
        text={t('teach.text')}
        isOn={isOn}
        onChange={(isOn) => {
          set('teach', isOn);
          void (isOn ? turnOn() : turnOff());
        }}
      />
      {isOn && <Lessons />}
      <p role="status">{news && t(`teach.${news}`)}</p>
      {failure && (
        <p role="alert" className="font-semibold">
          {t(`errors.${failure}`)}
        </p>
      )}
    </ModelSection>
  );
}

function Lessons() {
  const { t } = useTranslation();
  const formats = useFormats();
  const lessons = useTeaching((state) => state.lessons);
  const report = useTeaching((state) => state.report);
  const { forget, importFile } = useTeaching((state) => state.actions);
  const inPhotos = (share: number) => formats.count(Math.round(share * CHECK_PHOTO_COUNT));
  const hasLessons = lessons.length > 0;
  return (
    <>
      <p className="max-w-prose">
        {!hasLessons && t('teach.none')}
        {hasLessons &&
          t('teach.count', { count: lessons.length, n: formats.count(lessons.length) })}{' '}
        {hasLessons &&
          (report
            ? t('teach.checked', {
                n: formats.count(CHECK_PHOTO_COUNT),
                before: inPhotos(report.accuracyBefore),
                after: inPhotos(report.accuracyAfter),
              })
            : t('teach.unused'))}
      </p>
      <div className="flex flex-wrap gap-2">
        {hasLessons && (
          <IconButton
            icon={<FileDown aria-hidden />}
            onClick={() => downloadFile(lessonsAsFile(lessons))}
          >
            {t('teach.export')}
          </IconButton>
        )}
        <JsonFileButton onFile={(file) => void importFile(file)}>
          {t('teach.import')}
        </JsonFileButton>
        {hasLessons && (
          <IconButton icon={<Trash2 aria-hidden />} onClick={() => void forget()}>
            {t('teach.forget')}
          </IconButton>
        )}
      </div>
    </>
  );
}
