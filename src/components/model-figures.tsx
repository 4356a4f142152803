/** The shipped model's own figures, with the number of photos behind each. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { ModelEvaluation } from './model-evaluation';

interface ModelFiguresProps {
  evaluation: ModelEvaluation;
}

export function ModelFigures({ evaluation: { shipped } }: ModelFiguresProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { verdicts } = shipped;
  const others = [
    { label: t('model.accuracy'), value: formats.share(shipped.accuracy) },
    { label: t('model.sureShare'), value: formats.share(verdicts.sureShare) },
    { label: t('model.sureAccuracy'), value: formats.share(verdicts.sureAccuracy) },
    { label: t('model.otherSure'), value: formats.share(verdicts.otherSure) },
    { label: t('model.ece'), value: formats.share(shipped.expectedCalibrationError) },
    { label: t('model.auroc'), value: formats.figure(shipped.notWaste.auroc) },
  ];
  return (
    <div className="grid gap-6 md:grid-cols-[auto_1fr] md:gap-12">
      <div className="rounded-2xl bg-accent px-6 py-7 text-accent-ink sm:px-8">
        <p className="font-display text-5xl font-extrabold sm:text-6xl" data-testid="macro-recall">
          {formats.share(shipped.macroRecall)}
        </p>
        <p className="mt-2 max-w-60">
          {t('model.headline')},{' '}
          {t('model.photos', { count: shipped.n, n: formats.count(shipped.n) })}
        </p>
      </div>
      <dl className="grid content-center gap-x-10 sm:grid-cols-2">
        {others.map(({ label, value }) => (
          <div
            key={label}
            className="flex items-baseline justify-between gap-4 border-b border-line py-2"
          >
            <dt className="text-base text-ink-soft">{label}</dt>
            <dd className="text-xl font-bold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
