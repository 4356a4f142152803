/** The chosen photo, or a sentence where the browser cannot draw it; the network may still say why. */
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PhotoPreviewProps {
  name: string;
  url: string;
  /** It has the height now that it will keep. */
  onShown: () => void;
}

export function PhotoPreview({ name, url, onShown }: PhotoPreviewProps) {
  const { t } = useTranslation();
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) {
    return (
      <p className="flex flex-col items-center gap-2 py-8 text-ink-soft">
        <ImageOff aria-hidden className="size-12" strokeWidth={1.5} />
        {t('sort.noPreview')}
      </p>
    );
  }
  return (
    <img
      src={url}
      alt={t('sort.preview', { name })}
      onLoad={onShown}
      onError={() => setIsBroken(true)}
      className="max-h-80 max-w-full rounded-xl bg-surface object-contain"
    />
  );
}
