/** One photo of a queue: small picture, name, and what became of it. */
import { CircleAlert, Hourglass, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { topClass } from '../domain/classification';
import type { Outcome, QueueItem } from '../domain/photo-queue';
import { ClassIcon } from './class-icon';

/** Typed by what it is; rejects for a file that must not be given to a decoder. */
export type CheckPhoto = (file: File) => Promise<Blob>;

interface QueueRowProps {
  item: QueueItem;
  checkPhoto: CheckPhoto;
}

export function QueueRow({ item: { file, outcome }, checkPhoto }: QueueRowProps) {
  return (
    <>
      <Thumbnail file={file} checkPhoto={checkPhoto} />
      <span className="min-w-0 grow">
        <span className="block truncate text-base">{file.name}</span>
        <OutcomeLine outcome={outcome} />
      </span>
    </>
  );
}

/** Made for the rows on screen only: a picture takes its whole size in memory. */
function Thumbnail({ file, checkPhoto }: { file: File; checkPhoto: CheckPhoto }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    let made = '';
    let isGone = false;
    const draw = (photo: Blob) => {
      if (isGone) return;
      made = URL.createObjectURL(photo);
      setUrl(made);
    };
    checkPhoto(file).then(draw, () => {}); // what is wrong is told by its row
    return () => {
      isGone = true;
      URL.revokeObjectURL(made);
    };
  }, [file, checkPhoto]);
  return (
    <span className="size-12 shrink-0 overflow-hidden rounded-lg bg-accent-soft">
      {url && (
        <img
          src={url}
          alt=""
          decoding="async"
          className="size-full object-cover"
          // A file that is no picture is told by its row.
          onError={({ currentTarget }) => currentTarget.classList.add('invisible')}
        />
      )}
    </span>
  );
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const formats = useFormats();
  switch (outcome.kind) {
    case 'waiting':
      return <Line icon={<Hourglass aria-hidden className="size-4" />}>{t('queue.waiting')}</Line>;
    case 'classifying':
      return (
        <Line icon={<LoaderCircle aria-hidden className="size-4" />}>{t('queue.classifying')}</Line>
      );
    case 'failed':
      return (
        <Line icon={<CircleAlert aria-hidden className="size-4 shrink-0" />}>
          {t(`errors.${outcome.failure.code}`)}
        </Line>
      );
    case 'done': {
      const { verdict } = outcome.classification;
      const { id, probability } = topClass(outcome.classification);
      if (verdict === 'not-waste') return <Line icon={null}>{t('queue.notWaste')}</Line>;
      const answer = `${t(`kinds.${id}`)} · ${formats.probability(probability)}`;
      return (
        <Line icon={<ClassIcon id={id} className="size-4" />} isStrong={verdict === 'sure'}>
          {verdict === 'sure' ? answer : t('queue.unsureAnswer', { answer })}
        </Line>
      );
    }
    default:
      return outcome satisfies never;
  }
}

interface LineProps {
  icon: React.ReactNode;
  isStrong?: boolean;
  children: string;
}

function Line({ icon, isStrong = false, children }: LineProps) {
  return (
    <span
      className={`flex items-center gap-1.5 text-base ${isStrong ? 'font-semibold' : 'text-ink-soft'}`}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
