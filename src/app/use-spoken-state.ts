/** The sentence that a screen reader says when the state of the photo changes. */
import { useTranslation } from 'react-i18next';
import { topClass } from '../domain/classification';
import type { PhotoState } from '../state/photo-state';

export function useSpokenState(photo: PhotoState, isModelReady: boolean): string {
  const { t } = useTranslation();
  if (photo.kind === 'classifying') {
    return isModelReady ? t('working.running') : t('working.waiting');
  }
  if (photo.kind !== 'done') return '';
  switch (photo.classification.verdict) {
    case 'sure': {
      const name = t(`kinds.${topClass(photo.classification).id}`);
      return t('result.announcement', { answer: name });
    }
    case 'unsure':
      return t('result.announcement', { answer: t('result.unsureTitle') });
    case 'not-waste':
      return t('result.announcement', { answer: t('result.notWasteTitle') });
    default:
      return photo.classification.verdict satisfies never;
  }
}
