/** A bin in its colour with its symbol: the category in words first, the colour's name second. */
import { useTranslation } from 'react-i18next';
import type { BinId } from '../content/bins';
import { BinIcon } from './class-icon';

/** Whole class names: Tailwind finds only what is written out. */
const BIN_COLOURS = {
  organic: 'bg-bin-organic text-bin-organic-ink',
  reuse: 'bg-bin-reuse text-bin-reuse-ink',
  recycle: 'bg-bin-recycle text-bin-recycle-ink',
  hazardous: 'bg-bin-hazardous text-bin-hazardous-ink',
  residue: 'bg-bin-residue text-bin-residue-ink',
} satisfies Record<BinId, string>;

interface BinLabelProps {
  bin: BinId;
  /** The class's own words for its group; without them the bin's name. */
  category?: string;
  /** A band across the top of a card, or a tag among other words. */
  shape: 'band' | 'tag';
}

export function BinLabel({ bin, category, shape }: BinLabelProps) {
  const { t } = useTranslation();
  const form = shape === 'band' ? 'flex w-full px-5 py-3' : 'inline-flex rounded-lg px-3 py-1.5';
  return (
    <p className={`items-center gap-3 leading-snug ${form} ${BIN_COLOURS[bin]}`}>
      <BinIcon bin={bin} className={shape === 'band' ? 'size-7' : 'size-5'} />
      <span className="min-w-0">
        <strong className="font-bold">{category ?? t(`bins.${bin}.name`)}</strong>
        {' · '}
        {t('bins.colourOf', { colour: t(`bins.${bin}.colour`) })}
      </span>
    </p>
  );
}
