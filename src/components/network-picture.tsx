/** The network as a row of blocks, drawn after its layers: what goes in, what each block makes of it, what comes out. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { blocksOf, type LayerShape, parameterCount } from '../domain/network-shape';
import { PHOTO_SIZE } from '../domain/photo-size';
import { WASTE_CLASS_COUNT } from '../domain/waste-class';

interface NetworkPictureProps {
  layers: readonly LayerShape[];
}

const COLOURS_OF_A_PHOTO = 3;
/** Between figures that stay on one line. */
const TIMES = '\u00a0×\u00a0';

export function NetworkPicture({ layers }: NetworkPictureProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const blocks = blocksOf(layers, PHOTO_SIZE);
  const last = blocks.at(-1);
  const features = (last?.side ?? 0) ** 2 * (last?.channels ?? 0);
  const sizeOf = (side: number, channels: number) => [side, side, channels].join(TIMES);
  return (
    <figure className="space-y-4">
      <figcaption className="max-w-prose">
        {t('model.network.text', { n: formats.count(parameterCount(layers)) })}
      </figcaption>
      <ol className="grid gap-x-2 gap-y-1 lg:auto-cols-fr lg:grid-flow-col">
        <Stage
          name={t('model.network.photo')}
          text={sizeOf(PHOTO_SIZE, COLOURS_OF_A_PHOTO)}
          drawing={<Slabs side={PHOTO_SIZE} channels={COLOURS_OF_A_PHOTO} count={1} />}
        />
        {blocks.map(({ convolutions, side, channels }, index) => (
          <Stage
            key={side}
            name={t('model.network.block', { n: formats.count(index + 1) })}
            text={`${t('model.network.convolutions', {
              count: convolutions,
              n: formats.count(convolutions),
            })} → ${sizeOf(side, channels)}`}
            drawing={<Slabs side={side} channels={channels} count={convolutions} />}
          />
        ))}
        <Stage
          name={t('model.network.head')}
          text={t('model.network.headText', {
            features: formats.count(features),
            kinds: formats.count(WASTE_CLASS_COUNT),
          })}
          drawing={<Kinds />}
        />
      </ol>
    </figure>
  );
}

interface StageProps {
  name: string;
  text: string;
  drawing: ReactNode;
}

function Stage({ name, text, drawing }: StageProps) {
  return (
    <li className="flex items-center gap-4 lg:flex-col lg:items-start lg:gap-2">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        fill="var(--accent-soft)"
        stroke="var(--accent)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        className="plot w-24 shrink-0 lg:w-full"
      >
        {drawing}
      </svg>
      <p className="min-w-0 text-base">
        <strong className="block">{name}</strong>
        {text}
      </p>
    </li>
  );
}

/** Of each stage's drawing, in its own units. */
const WIDTH = 120;
const HEIGHT = 76;
const MIDDLE = HEIGHT / 2;
/** Roots and logarithms, since 224 beside 7 and 512 beside 3 leave nothing to be seen of the smaller. */
const SIDE_SCALE = 3.3;
const DEPTH_SCALE = 6;
/** How far the far side of a slab is moved, of its depth. */
const SLANT = 0.35;
const GAP = 4;

interface SlabsProps {
  side: number;
  channels: number;
  count: number;
}

/** As high as what leaves the block is wide, as deep as it has channels; one slab for each convolution. */
function Slabs({ side, channels, count }: SlabsProps) {
  const high = Math.sqrt(side) * SIDE_SCALE;
  const whole = Math.log2(channels) * DEPTH_SCALE;
  const deep = (whole - (count - 1) * GAP) / count;
  return Array.from({ length: count }, (_, index) => {
    const left = 2 + index * (deep + GAP);
    return <Slab key={left} left={left} high={high} deep={deep} />;
  });
}

interface SlabProps {
  left: number;
  high: number;
  deep: number;
}

/** Seen from the side: its front, with the upper and the right edge going back. */
function Slab({ left, high, deep }: SlabProps) {
  const back = high * SLANT;
  const top = MIDDLE - (high - back) / 2;
  const bottom = MIDDLE + (high + back) / 2;
  const right = left + deep;
  return (
    <>
      <path d={`M${left} ${top}H${right}V${bottom}H${left}Z`} />
      <path d={`M${left} ${top}l${back} ${-back}H${right + back}L${right} ${top}Z`} />
      <path d={`M${right} ${top}l${back} ${-back}V${bottom - back}L${right} ${bottom}Z`} />
    </>
  );
}

/** One dot for each kind. */
function Kinds() {
  const step = HEIGHT / WASTE_CLASS_COUNT;
  return Array.from({ length: WASTE_CLASS_COUNT }, (_, index) => {
    const y = (index + 0.5) * step;
    return <circle key={y} cx={10} cy={y} r={step / 2 - 1} />;
  });
}
