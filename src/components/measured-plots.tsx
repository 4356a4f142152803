/** The measurement as plots: kind by kind, what is taken for what, how far a certainty can be trusted, what caution gains. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import { mistakesOf } from '../domain/weaknesses';
import { DataTable } from './data-table';
import type { ModelEvaluation } from './model-evaluation';
import { PerClassTable } from './per-class-table';
import { BarPlot } from './plots/bar-plot';
import { ConfusionPlot } from './plots/confusion-plot';
import { LinePlot } from './plots/line-plot';
import { ReliabilityPlot } from './plots/reliability-plot';

interface MeasuredPlotsProps {
  evaluation: ModelEvaluation;
}

/** The most frequent mistakes, which the matrix is summed up by. */
const NAMED_MISTAKES = 3;
/** What "only the surest" is exemplified by, of all photos. */
const HALF = 0.5;

export function MeasuredPlots({ evaluation }: MeasuredPlotsProps) {
  return (
    <div className="grid items-start gap-x-10 gap-y-12 lg:grid-cols-2 [&>*]:min-w-0">
      <RecallPlot evaluation={evaluation} />
      <MistakesPlot evaluation={evaluation} />
      <TrustPlot evaluation={evaluation} />
      <CautionPlot evaluation={evaluation} />
    </div>
  );
}

function RecallPlot({ evaluation }: MeasuredPlotsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { shipped, paper } = evaluation;
  const paperRecalls = new Map(paper.perClass.map(({ id, recall }) => [id, recall]));
  const ordered = shipped.perClass.toSorted((a, b) => b.recall - a.recall);
  const [best, worst] = [ordered.at(0), ordered.at(-1)];
  const title = t('model.perClassTitle');
  return (
    <BarPlot
      title={title}
      summary={
        best && worst
          ? t('model.perClassSummary', {
              best: t(`kinds.${best.id}`),
              bestRecall: formats.share(best.recall),
              worst: t(`kinds.${worst.id}`),
              worstRecall: formats.share(worst.recall),
            })
          : ''
      }
      bars={ordered.map(({ id, recall }) => ({
        key: id,
        label: t(`kinds.${id}`),
        value: recall,
        text: formats.share(recall),
        compared: paperRecalls.get(id) ?? 0,
      }))}
      max={1}
      legend={[
        { mark: 'bar', label: t('model.ours') },
        { mark: 'tick', label: t('model.paper') },
      ]}
      table={<PerClassTable caption={title} evaluation={evaluation} />}
    />
  );
}

function MistakesPlot({ evaluation: { shipped } }: MeasuredPlotsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mistakes = mistakesOf(shipped.confusion)
    .slice(0, NAMED_MISTAKES)
    .map(({ id, takenFor, n }) =>
      t('model.mistake', {
        kind: t(`kinds.${id}`),
        answer: t(`kinds.${takenFor}`),
        n: formats.count(n),
      }),
    );
  return (
    <ConfusionPlot
      title={t('model.confusionTitle')}
      summary={t('model.confusionSummary', { mistakes: mistakes.join(' · ') })}
      counts={shipped.confusion}
    />
  );
}

function TrustPlot({ evaluation: { shipped } }: MeasuredPlotsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = t('model.reliabilityTitle');
  return (
    <ReliabilityPlot
      title={title}
      summary={t('model.reliabilitySummary', {
        error: formats.share(shipped.expectedCalibrationError),
        n: formats.count(shipped.n),
      })}
      bars={shipped.reliability}
      table={
        <DataTable
          caption={title}
          corner={t('model.certainty')}
          columns={[t('model.meanCertainty'), t('model.rightShare'), t('model.count')]}
          rows={shipped.reliability.map(({ from, to, confidence, accuracy, n }) => {
            const head = `${formats.share(from)}–${formats.share(to)}`;
            const cells = [formats.share(confidence), formats.share(accuracy), formats.count(n)];
            return { key: head, head, cells };
          })}
        />
      }
    />
  );
}

function CautionPlot({ evaluation: { shipped, paper } }: MeasuredPlotsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = t('model.cautionTitle');
  const pointsOf = ({ riskCoverage }: Pick<ModelEvaluation['shipped'], 'riskCoverage'>) =>
    riskCoverage.map(({ coverage, risk }) => ({ x: coverage, y: risk }));
  const riskAt = (figures: Pick<ModelEvaluation['shipped'], 'riskCoverage'>, share: number) =>
    figures.riskCoverage.find(({ coverage }) => coverage >= share)?.risk ?? 0;
  return (
    <LinePlot
      title={title}
      summary={t('model.cautionSummary', {
        half: formats.share(riskAt(shipped, HALF)),
        all: formats.share(riskAt(shipped, 1)),
      })}
      lines={[
        { label: t('model.ours'), mark: 'line', points: pointsOf(shipped) },
        { label: t('model.paper'), mark: 'dashes', points: pointsOf(paper) },
      ]}
      xTitle={t('model.coverage')}
      yTitle={t('model.risk')}
      table={
        <DataTable
          caption={title}
          corner={t('model.coverage')}
          columns={[t('model.riskOurs'), t('model.riskPaper')]}
          rows={shipped.riskCoverage.map(({ coverage, risk }) => {
            const head = formats.share(coverage);
            return {
              key: head,
              head,
              cells: [formats.share(risk), formats.share(riskAt(paper, coverage))],
            };
          })}
        />
      }
    />
  );
}
