/** The photo with what speaks for the answer and what against it, place by place, and against which other class. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Classification, topClass } from '../domain/classification';
import { evidenceFor, strongestPart } from '../domain/evidence';
import type { WasteClassId } from '../domain/waste-class';
import { drawEvidence } from './draw-evidence';
import type { ShownPhoto } from './why-section';

const DEFAULT_STRENGTH = 70;
/** The choice of "all others", which is no class. */
const AVERAGE = '';

interface EvidenceViewProps {
  classification: Classification;
  photo: ShownPhoto;
}

export function EvidenceView({ classification, photo }: EvidenceViewProps) {
  const { t } = useTranslation();
  const [against, setAgainst] = useState<WasteClassId | typeof AVERAGE>(AVERAGE);
  const [strength, setStrength] = useState(DEFAULT_STRENGTH);
  const [isPhotoBroken, setIsPhotoBroken] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const formId = useId();

  const { ranking, evidence } = classification;
  const { id } = topClass(classification);
  const name = t(`kinds.${id}`);
  const map = useMemo(
    () => evidenceFor(evidence, id, against || undefined),
    [evidence, id, against],
  );
  const others = ranking.slice(1).map((other) => other.id);
  useEffect(() => {
    if (canvas.current) drawEvidence(canvas.current, map);
  }, [map]);

  return (
    <div className="space-y-4 pt-1 pb-4">
      <figure className="space-y-3">
        <div className="relative w-fit overflow-hidden rounded-xl">
          {isPhotoBroken ? (
            <div className="size-72 bg-surface" />
          ) : (
            <img
              src={photo.url}
              alt=""
              onError={() => setIsPhotoBroken(true)}
              className="max-h-80 max-w-full"
            />
          )}
          <canvas
            ref={canvas}
            role="img"
            aria-label={t('why.picture', { name: photo.name })}
            style={{ opacity: strength / 100 }}
            className="absolute inset-0 size-full"
          />
        </div>
        <figcaption className="space-y-2">
          <p>{t('why.where', { name, part: t(`why.parts.${strongestPart(map)}`) })}</p>
          <div aria-hidden className="evidence-legend" />
          <p className="flex justify-between gap-4 text-base text-ink-soft">
            <span>
              {against ? t('why.for', { name: t(`kinds.${against}`) }) : t('why.forOthers')}
            </span>
            <span className="text-right">{t('why.for', { name })}</span>
          </p>
        </figcaption>
      </figure>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <label htmlFor={`${formId}-against`} className="space-y-1">
          <span className="block text-base text-ink-soft">{t('why.compare')}</span>
          <select
            id={`${formId}-against`}
            value={against}
            onChange={({ target }) =>
              setAgainst(others.find((other) => other === target.value) ?? AVERAGE)
            }
            className="min-h-11 w-full rounded-xl border-2 border-control bg-surface px-3"
          >
            <option value={AVERAGE}>{t('why.average')}</option>
            {others.map((other) => (
              <option key={other} value={other}>
                {t(`kinds.${other}`)}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${formId}-strength`} className="space-y-1">
          <span className="block text-base text-ink-soft">{t('why.strength')}</span>
          <input
            id={`${formId}-strength`}
            type="range"
            min={0}
            max={100}
            step={5}
            value={strength}
            onChange={({ target }) => setStrength(target.valueAsNumber)}
            className="h-11 w-full accent-accent"
          />
        </label>
      </div>
      <p className="text-base text-ink-soft">{t('why.text')}</p>
    </div>
  );
}
