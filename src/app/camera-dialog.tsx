/** The live camera in a dialog: take a photo, change camera, light; or what to do where it does not work. */
import { Flashlight, FlashlightOff, SwitchCamera, X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { PHOTO_ACCEPT } from '../components/photo-bin';
import { type CameraErrorCode, useCamera } from './use-camera';

const FILE_NAME = 'camera.jpg';
/** Above what the eye can tell from the original. */
const JPEG_QUALITY = 0.95;

interface CameraDialogProps {
  onPhoto: (photo: File) => void;
  onClose: () => void;
}

export function CameraDialog({ onPhoto, onClose }: CameraDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const titleId = useId();
  const { state, switchCamera, toggleTorch } = useCamera();
  const [isShowing, setIsShowing] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const stream = state.kind === 'live' ? state.stream : null;
  useEffect(() => {
    setIsShowing(false);
    if (video.current) video.current.srcObject = stream;
  }, [stream]);

  /** Closing by itself gives the focus back to where it was. */
  function close(): void {
    dialog.current?.close();
  }

  async function takePhoto(): Promise<void> {
    const photo = video.current && (await toFile(video.current));
    if (!photo) return;
    onPhoto(photo);
    close();
  }

  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={titleId} className="camera">
      <div className="flex w-full items-center justify-between gap-4">
        <h2 id={titleId} className="text-2xl">
          {t('camera.title')}
        </h2>
        <IconButton label={t('camera.close')} onClick={close}>
          <X aria-hidden className="size-6" />
        </IconButton>
      </div>
      {state.kind === 'failed' ? (
        <NoCamera
          code={state.code}
          onFile={(file) => {
            onPhoto(file);
            close();
          }}
        />
      ) : (
        <>
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            aria-label={t('camera.picture')}
            onPlaying={() => setIsShowing(true)}
            className="aspect-4/3 min-h-32 w-full shrink rounded-xl bg-accent-soft object-contain"
          />
          <p role="status" className="text-ink-soft">
            {isShowing ? t('camera.hint') : t('camera.starting')}
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <ActionButton look="strong" isDisabled={!isShowing} onClick={() => void takePhoto()}>
              {t('camera.take')}
            </ActionButton>
            {state.kind === 'live' && state.hasOthers && (
              <IconButton label={t('camera.switch')} onClick={switchCamera}>
                <SwitchCamera aria-hidden className="size-6" />
              </IconButton>
            )}
            {state.kind === 'live' && state.torch !== 'none' && (
              <IconButton
                label={t('camera.torch')}
                isPressed={state.torch === 'on'}
                onClick={toggleTorch}
              >
                {state.torch === 'on' ? <Flashlight aria-hidden /> : <FlashlightOff aria-hidden />}
              </IconButton>
            )}
          </div>
        </>
      )}
    </dialog>
  );
}

interface NoCameraProps {
  code: CameraErrorCode;
  onFile: (file: File) => void;
}

/** Not a dead end: the device's own camera program needs no permission of this page. */
function NoCamera({ code, onFile }: NoCameraProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p role="alert">{t(`errors.${code}`)}</p>
      <input
        ref={input}
        type="file"
        accept={PHOTO_ACCEPT}
        capture="environment"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
        }}
      />
      <ActionButton look="strong" onClick={() => input.current?.click()}>
        {t('camera.program')}
      </ActionButton>
    </>
  );
}

interface IconButtonProps {
  label: string;
  isPressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function IconButton({ label, isPressed, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      onClick={onClick}
      className="flex size-12 shrink-0 items-center justify-center rounded-xl border-2 border-control bg-surface hover:border-accent aria-pressed:bg-accent aria-pressed:text-accent-ink"
    >
      {children}
    </button>
  );
}

/** The picture on screen now, in the camera's own size. */
async function toFile(video: HTMLVideoElement): Promise<File | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  return blob ? new File([blob], FILE_NAME, { type: blob.type }) : undefined;
}
