/** How to take a good photo, from the first unsure answer on until a person has read it. */
import type { Verdict } from '../domain/classification';
import { screenPart } from './screen-part';
import { useSettings } from './store-context';

const PhotoTips = screenPart(async () => (await import('../components/photo-tips')).PhotoTips);

interface PhotoTipsOnceProps {
  verdict: Verdict;
}

export function PhotoTipsOnce({ verdict }: PhotoTipsOnceProps) {
  const isWanted = useSettings((state) => state.photoTips);
  const set = useSettings((state) => state.set);
  if (!isWanted || verdict !== 'unsure') return null;
  return <PhotoTips onDismiss={() => set('photoTips', false)} />;
}
