/** The drop area, drawn as a bin: takes dropped and chosen files, and shows the photo that lies in it. */
import { ImagePlus } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import { PhotoPreview } from './photo-preview';

interface PhotoBinProps {
  photo: { name: string; url: string } | undefined;
  onFiles: (files: readonly File[]) => void;
  onShown: () => void;
  /** The other way in, beside the chooser: before it where the finger is the pointer. */
  camera: ReactNode;
}

/**
 * Told to the chooser only, which makes phones convert their own formats. What is taken in goes by
 * the bytes, so react-dropzone's own `accept`, which goes by name and type, stays unset.
 */
export const PHOTO_ACCEPT = 'image/jpeg,image/png,.jpg,.jpeg,.png';

export function PhotoBin({ photo, onFiles, onShown, camera }: PhotoBinProps) {
  const { t } = useTranslation();
  const folderInput = useRef<HTMLInputElement>(null);
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    onDrop: (files) => onFiles(files),
    // The button inside is the way in for the keyboard; its click bubbles up and opens the chooser.
    noKeyboard: true,
    // src/app/use-incoming-files.ts takes what is dropped elsewhere.
    preventDropOnDocument: false,
  });
  const isPhone = window.matchMedia('(pointer: coarse)').matches;
  // A click that bubbled up from it would open the chooser.
  const cameraAlone = (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stops what the button inside began.
    // biome-ignore lint/a11y/useKeyWithClickEvents: so does this.
    <span className="contents" onClick={(event) => event.stopPropagation()}>
      {camera}
    </span>
  );
  return (
    <div {...getRootProps({ className: `cursor-pointer pt-3 ${isDragActive ? 'is-open' : ''}` })}>
      <input
        {...getInputProps({
          accept: PHOTO_ACCEPT,
          multiple: true,
          'aria-label': t('sort.chooser'),
        })}
      />
      <input
        ref={folderInput}
        type="file"
        // React's types do not know it; every desktop browser does.
        {...{ webkitdirectory: '' }}
        hidden
        onClick={(event) => event.stopPropagation()}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <div aria-hidden className="bin-lid" />
      <div className="bin-body flex flex-col items-center gap-4 px-4 pt-6 pb-7 text-center">
        {photo ? (
          <PhotoPreview key={photo.url} {...photo} onShown={onShown} />
        ) : (
          <div className="flex flex-col items-center gap-2 py-4">
            <ImagePlus aria-hidden className="size-14 text-accent" strokeWidth={1.5} />
            <p className="font-display text-2xl font-bold">
              {isDragActive ? t('sort.dropNow') : t('sort.dropHere')}
            </p>
            <p className="text-ink-soft">{t('sort.dropHint')}</p>
          </div>
        )}
        <div className="flex flex-wrap justify-center gap-3">
          {isPhone && cameraAlone}
          <button
            type="button"
            className="min-h-11 rounded-xl border-2 border-accent bg-surface px-5 py-2 font-semibold text-accent hover:brightness-95"
          >
            {photo ? t('sort.chooseOther') : t('sort.choose')}
          </button>
          {!isPhone && cameraAlone}
          {!isPhone && (
            <button
              type="button"
              onClick={(event) => {
                event.stopPropagation();
                folderInput.current?.click();
              }}
              className="min-h-11 rounded-xl px-3 font-semibold text-accent underline underline-offset-4"
            >
              {t('sort.chooseFolder')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
