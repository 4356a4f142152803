/** Recall and precision of each class, with the recall that the paper's recipe reaches. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { ClassName } from './class-name';
import { DataTable } from './data-table';
import type { ModelEvaluation } from './model-evaluation';

interface PerClassTableProps {
  caption: string;
  evaluation: ModelEvaluation;
}

export function PerClassTable({ caption, evaluation: { shipped, paper } }: PerClassTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const paperRecalls = new Map(paper.perClass.map(({ id, recall }) => [id, recall]));
  return (
    <DataTable
      caption={caption}
      corner={t('model.kind')}
      columns={[t('model.recall'), t('model.precision'), t('model.paperRecall'), t('model.count')]}
      rows={shipped.perClass.map(({ id, n, precision, recall }) => ({
        key: id,
        head: <ClassName id={id} />,
        cells: [
          formats.share(recall),
          formats.share(precision),
          formats.share(paperRecalls.get(id) ?? 0),
          formats.count(n),
        ],
      }))}
    />
  );
}
