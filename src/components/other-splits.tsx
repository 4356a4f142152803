/** Other ways to measure: before quantisation, the paper's k-fold, and with a whole source of photos left out. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { DataTable } from './data-table';
import type { ModelEvaluation } from './model-evaluation';
import { ModelSection } from './model-section';

interface OtherSplitsProps {
  evaluation: ModelEvaluation;
}

export function OtherSplits({ evaluation: { stages, eightBit, frozenHead } }: OtherSplitsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { kFold, leaveOneSourceOut } = frozenHead;
  const beforeSmall = stages.percentage;
  const rows = [
    { head: t('model.float32'), recall: formats.share(beforeSmall.distilled), n: beforeSmall.n },
    {
      head: t('model.eightBit', { size: formats.megabytes(eightBit.bytes) }),
      recall: formats.share(eightBit.macroRecall),
      n: eightBit.n,
    },
    { head: t('model.frozenHead'), recall: formats.share(frozenHead.macroRecall), n: frozenHead.n },
    {
      head: t('model.kFold', { folds: formats.count(kFold.folds) }),
      recall: t('model.plusMinus', {
        mean: formats.share(kFold.macroRecall),
        sd: formats.share(kFold.sd),
      }),
      n: kFold.n,
    },
    {
      head: t('model.leaveOneOut'),
      recall: formats.share(leaveOneSourceOut.macroRecall),
      n: leaveOneSourceOut.n,
    },
    ...(stages.street
      ? [
          {
            head: t('model.street'),
            recall: formats.share(stages.street.tuned),
            n: stages.street.n,
          },
        ]
      : []),
  ];
  return (
    <ModelSection title={t('model.otherTitle')}>
      <DataTable
        caption={t('model.otherTitle')}
        corner={t('model.measure')}
        columns={[t('model.macroRecall'), t('model.count')]}
        rows={rows.map(({ head, recall, n }) => ({
          key: head,
          head,
          cells: [recall, formats.count(n)],
        }))}
      />
      <p className="max-w-3xl">{t('model.otherNote')}</p>
      <DataTable
        caption={t('model.leaveOneOut')}
        corner={t('model.source')}
        columns={[t('model.accuracy'), t('model.count')]}
        rows={leaveOneSourceOut.sources.map(({ source, n, accuracy }) => ({
          key: source,
          head: source,
          cells: [formats.share(accuracy), formats.count(n)],
        }))}
      />
    </ModelSection>
  );
}
