/** Photos to try without having one: chips only, so that a photo is fetched when it is asked for. */
import { ScanSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WasteClassId } from '../domain/waste-class';
import { ClassIcon } from './class-icon';

export interface SamplePhoto {
  /** File name under `public/samples/`. */
  name: string;
  shows: WasteClassId | 'other';
}

interface SampleRowProps {
  samples: readonly SamplePhoto[];
  onChoose: (name: string) => void;
}

export function SampleRow({ samples, onChoose }: SampleRowProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="samples-title" className="space-y-3">
      <h2 id="samples-title" className="text-xl">
        {t('sort.samplesTitle')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {samples.map(({ name, shows }) => (
          <li key={name}>
            <button
              type="button"
              data-sample={name}
              onClick={() => onChoose(name)}
              className="flex min-h-11 items-center gap-2 rounded-xl border border-control bg-surface px-4 py-2 hover:border-accent hover:text-accent"
            >
              {shows === 'other' ? (
                <ScanSearch aria-hidden className="size-6 shrink-0" />
              ) : (
                <ClassIcon id={shows} />
              )}
              {shows === 'other' ? t('sort.sampleNotWaste') : t(`kinds.${shows}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
