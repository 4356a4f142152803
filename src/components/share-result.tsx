/** One result to others: copied as words, saved as a picture, or both through the device's own share sheet. */
import { Copy, ImageDown, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASS_BINS } from '../content/bins';
import { useClassCard } from '../content/use-class-card';
import { useFormats } from '../content/use-language';
import type { RankedClass } from '../domain/classification';
import { downloadFile } from './download-file';
import { drawResultPicture } from './draw-result-picture';
import { IconButton } from './icon-button';
import type { ShownPhoto } from './why-section';

const PICTURE_NAME = 'pilah.jpg';

interface ShareResultProps {
  answer: RankedClass;
  photo: ShownPhoto;
}

export function ShareResult({ answer: { id, probability }, photo }: ShareResultProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [told, setTold] = useState('');
  const card = useClassCard(id);
  const title = t('share.title', {
    name: t(`kinds.${id}`),
    percent: formats.probability(probability),
  });
  const colour = t('bins.colourOf', { colour: t(`bins.${CLASS_BINS[id]}.colour`) });
  const place = `${card.category} · ${colour}`;
  const steps = card.steps.map((step, index) => `${index + 1}. ${step}`);
  const text = [title, place, ...steps, t('share.from')].join('\n');

  async function makePicture(): Promise<File> {
    const picture = await drawResultPicture(photo.url, [title, place, t('share.from')]);
    return new File([picture], PICTURE_NAME, { type: picture.type });
  }

  /** Leaving the share sheet without a choice is an AbortError: nothing to say. */
  async function share(): Promise<void> {
    const withPicture = { text, files: [await makePicture()] };
    await navigator.share(navigator.canShare?.(withPicture) ? withPicture : { text });
  }

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setTold(t('share.copied'));
  }

  async function save(): Promise<void> {
    downloadFile(await makePicture());
  }

  const attempt = (action: () => Promise<void>) => () => {
    setTold('');
    action().catch((error: unknown) => {
      const isLeft = error instanceof DOMException && error.name === 'AbortError';
      if (!isLeft) setTold(t('share.failed'));
    });
  };

  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        {'share' in navigator && (
          <IconButton icon={<Share2 aria-hidden />} onClick={attempt(share)}>
            {t('share.share')}
          </IconButton>
        )}
        {/* Missing where the page is no secure context. */}
        {navigator.clipboard && (
          <IconButton icon={<Copy aria-hidden />} onClick={attempt(copy)}>
            {t('share.copy')}
          </IconButton>
        )}
        <IconButton icon={<ImageDown aria-hidden />} onClick={attempt(save)}>
          {t('share.save')}
        </IconButton>
      </div>
      <p role="status" className="text-base text-ink-soft">
        {told}
      </p>
    </div>
  );
}
