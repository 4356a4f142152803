/** How often the shipped model is right, in plain words; recipe-comparison.tsx has the figures themselves. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { ModelEvaluation } from './model-evaluation';
import { outOf100 } from './out-of-100';

interface ModelFiguresProps {
  evaluation: ModelEvaluation;
}

export function ModelFigures({ evaluation: { shipped, paper } }: ModelFiguresProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { verdicts } = shipped;
  return (
    <div className="grid items-center gap-6 md:grid-cols-[auto_1fr] md:gap-12">
      <div className="rounded-2xl bg-accent px-6 py-7 text-accent-ink sm:px-8">
        <p className="font-display text-5xl font-extrabold sm:text-6xl" data-testid="right-of-100">
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
  );
}
