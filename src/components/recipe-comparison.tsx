/** The shipped model's figures beside those of the paper's recipe, and what the paper's own two figures really are. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { DataTable } from './data-table';
import type { ModelEvaluation } from './model-evaluation';
import { ModelSection } from './model-section';

/** The paper's Table III, epoch 28, and its one example photo. */
const PAPER_TRAINING_ACCURACY = 0.6977;
const PAPER_SINGLE_PHOTO = 0.6445;

/** What the paper's recipe does not have. */
const NONE = '–';

interface RecipeComparisonProps {
  evaluation: ModelEvaluation;
}

export function RecipeComparison({ evaluation: { shipped, paper } }: RecipeComparisonProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { verdicts } = shipped;
  const rows = [
    ['headline', formats.share(shipped.macroRecall), formats.share(paper.macroRecall)],
    ['accuracy', formats.share(shipped.accuracy), formats.share(paper.accuracy)],
    [
      'ece',
      formats.share(shipped.expectedCalibrationError),
      formats.share(paper.expectedCalibrationError),
    ],
    ['auroc', formats.figure(shipped.notWaste.auroc), formats.figure(paper.notWaste.auroc)],
    ['sureShare', formats.share(verdicts.sureShare), NONE],
    ['sureAccuracy', formats.share(verdicts.sureAccuracy), NONE],
    ['otherSure', formats.share(verdicts.otherSure), NONE],
    ['count', formats.count(shipped.n), formats.count(paper.n)],
  ] as const;
  return (
    <ModelSection title={t('model.compareTitle')}>
      <p className="max-w-3xl">{t('model.compareText')}</p>
      <DataTable
        caption={t('model.compareTitle')}
        corner={t('model.measure')}
        columns={[t('model.ours'), t('model.paper')]}
        rows={rows.map(([key, ours, papers]) => ({
          key,
          head: t(`model.${key}`),
          cells: [ours, papers],
        }))}
      />
      <p className="max-w-3xl border-l-4 border-accent pl-4">
        {t('model.paperFigures', {
          training: formats.exactShare(PAPER_TRAINING_ACCURACY),
          single: formats.exactShare(PAPER_SINGLE_PHOTO),
        })}
      </p>
    </ModelSection>
  );
}
