/** Opens the camera; its dialog is loaded then. */
import { Camera } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { screenPart } from './screen-part';

const CameraDialog = screenPart(async () => (await import('./camera-dialog')).CameraDialog);

interface CameraButtonProps {
  onPhoto: (photo: File) => void;
}

export function CameraButton({ onPhoto }: CameraButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        className="inline-flex min-h-11 items-center gap-2 rounded-xl border-2 border-accent bg-surface px-5 py-2 font-semibold text-accent hover:brightness-95"
      >
        <Camera aria-hidden className="size-6" />
        {t('camera.open')}
      </button>
      {isOpen && <CameraDialog onPhoto={onPhoto} onClose={() => setIsOpen(false)} />}
    </>
  );
}
