/** How often the shipped model is right: in plain words first, then the figures themselves, with the number of photos. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { ModelEvaluation } from './model-evaluation';
import { ModelSection } from './model-section';
import { outOf100 } from './out-of-100';

interface ModelFiguresProps {
  evaluation: ModelEvaluation;
}

export function ModelFigures({ evaluation: { shipped, paper } }: ModelFiguresProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { verdicts } = shipped;
  const figures = [
    { label: t('model.headline'), value: formats.share(shipped.macroRecall) },
    { label: t('model.accuracy'), value: formats.share(shipped.accuracy) },
    { label: t('model.sureShare'), value: formats.share(verdicts.sureShare) },
    { label: t('model.sureAccuracy'), value: formats.share(verdicts.sureAccuracy) },
    { label: t('model.otherSure'), value: formats.share(verdicts.otherSure) },
    { label: t('model.ece'), value: formats.share(shipped.expectedCalibrationError) },
    { label: t('model.auroc'), value: formats.figure(shipped.notWaste.auroc) },
    { label: t('model.count'), value: formats.count(shipped.n) },
  ];
  return (
    <>
      <div className="grid items-center gap-6 md:grid-cols-[auto_1fr] md:gap-12">
        <div className="rounded-2xl bg-accent px-6 py-7 text-accent-ink sm:px-8">
          <p
            className="font-display text-5xl font-extrabold sm:text-6xl"
            data-testid="right-of-100"
          >
            {formats.count(outOf100(shipped.accuracy))}
          </p>
          <p className="mt-2 max-w-60">
            {t('model.answer', { count: shipped.n, n: formats.count(shipped.n) })}
          </p>
        </div>
        <ul className="max-w-prose list-disc space-y-3 pl-5 text-lg">
          <li>
            {t('model.sureAnswer', {
              sure: outOf100(verdicts.sureShare),
              right: outOf100(verdicts.sureAccuracy),
            })}
          </li>
          <li>{t('model.paperAnswer', { right: outOf100(paper.accuracy) })}</li>
        </ul>
      </div>
      <ModelSection title={t('model.figuresTitle')}>
        <dl className="grid max-w-4xl gap-x-10 sm:grid-cols-2">
          {figures.map(({ label, value }) => (
            <div
              key={label}
              className="flex items-baseline justify-between gap-4 border-b border-line py-2"
            >
              <dt className="text-base text-ink-soft">{label}</dt>
              <dd className="text-xl font-bold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </ModelSection>
    </>
  );
}
