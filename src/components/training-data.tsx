/** Which photos the network was made and measured with. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { ModelInfo } from '../domain/model-info';

interface TrainingDataProps {
  info: ModelInfo;
}

export function TrainingData({ info: { provenance, evaluation } }: TrainingDataProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { n, train, validation, test } = provenance.photos;
  const waste = evaluation?.frozenHead.leaveOneSourceOut;
  return (
    <div className="max-w-prose space-y-3">
      <p>
        {t('model.data.splits', {
          n: count(n),
          train: count(train),
          validation: count(validation),
          test: count(test),
        })}{' '}
        {waste &&
          t('model.data.sources', {
            waste: count(waste.n),
            sources: count(waste.sources.length),
            other: count(n - waste.n),
          })}
      </p>
      <p>{t('model.data.mostly')}</p>
    </div>
  );
}
