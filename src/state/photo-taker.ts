/** Reads what a person chose for the table: checks it, decodes its preview, and lets the later of two choices win. */
import { type ErrorCode, toCodedFailure } from '../domain/coded-error';
import type { ChosenPhoto } from './photo-state';

export interface PhotoTakerOptions {
  /**
   * The same bytes, typed by what they are. Rejects with a CodedError for what could not be read later, or must not be
   * given to a decoder.
   */
  checkPhoto: (file: File) => Promise<Blob>;
  /** Resolves when the picture can be drawn, rejects with a CodedError when it cannot. */
  decodePhoto: (photo: Blob, url: string) => Promise<void>;
  /** Makes and frees previews: `URL` in a browser. */
  objectUrls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
}

export interface PhotoTaker {
  /**
   * On the table, or told why not: what lies there is taken away only by a photo that can be read. Reading takes
   * time: of two choices in a row only the later one counts.
   *
   * @returns whether it lies there now
   */
  take: (open: () => Promise<File>) => Promise<boolean>;
  /** The last choice, while it is being read. */
  taking: () => Promise<boolean> | undefined;
}

interface Outcomes {
  onTaken: (photo: ChosenPhoto) => void;
  onRefused: (code: ErrorCode) => void;
}

export function createPhotoTaker({
  checkPhoto,
  decodePhoto,
  objectUrls,
  onTaken,
  onRefused,
}: PhotoTakerOptions & Outcomes): PhotoTaker {
  let choices = 0;
  let taking: Promise<boolean> | undefined;

  async function read(open: () => Promise<File>): Promise<boolean> {
    choices += 1;
    const choice = choices;
    let previewUrl = '';
    let outcome: ChosenPhoto | ErrorCode;
    try {
      const file = await open();
      const checked = await checkPhoto(file);
      previewUrl = objectUrls.createObjectURL(checked);
      await decodePhoto(checked, previewUrl);
      outcome = { file, previewUrl };
    } catch (error) {
      outcome = toCodedFailure(error, 'file-unreadable').code;
    }
    const isLate = choice !== choices;
    const isTaken = !isLate && typeof outcome !== 'string';
    if (previewUrl && !isTaken) objectUrls.revokeObjectURL(previewUrl);
    if (isLate) return false;
    if (typeof outcome === 'string') onRefused(outcome);
    else onTaken(outcome);
    return isTaken;
  }

  return {
    take: (open) => {
      const current = read(open).finally(() => {
        if (taking === current) taking = undefined;
      });
      taking = current;
      return current;
    },
    taking: () => taking,
  };
}
