/** Where the network is often wrong, in plain words, with the cards to look things up in. All numbers are the measurement's. */
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { WasteClassId } from '../domain/waste-class';
import { type WeakClass, weakestClasses } from '../domain/weaknesses';
import { ClassIcon } from './class-icon';
import type { ModelEvaluation } from './model-evaluation';
import { ModelSection } from './model-section';
import { outOf100 } from './out-of-100';

interface KnownWeaknessesProps {
  evaluation: ModelEvaluation;
  cardHref: (id: WasteClassId) => string;
}

const NAMED_CLASSES = 3;
const NAMED_MISTAKES = 2;

export function KnownWeaknesses({ evaluation, cardHref }: KnownWeaknessesProps) {
  const { t } = useTranslation();
  const { shipped, stages } = evaluation;
  const { verdicts, notWaste } = shipped;
  const formats = useFormats();
  const { street } = stages;
  const streetRecall = street?.compact ?? street?.distilled ?? street?.tuned;
  return (
    <ModelSection title={t('model.weak.title')}>
      <p className="max-w-prose">{t('model.weak.kinds')}</p>
      <ul className="grid gap-5 md:grid-cols-3">
        {weakestClasses(shipped, NAMED_CLASSES).map((weak) => (
          <WeakClassItem key={weak.id} weak={weak} cardHref={cardHref} />
        ))}
      </ul>
      <ul className="max-w-prose space-y-3">
        {streetRecall !== undefined && street?.n !== undefined && (
          <Weakness>
            {t('model.weak.street', {
              right: outOf100(streetRecall),
              usual: outOf100(shipped.macroRecall),
              n: formats.count(street.n),
            })}
          </Weakness>
        )}
        <Weakness>
          {t('model.weak.other', {
            sure: outOf100(verdicts.otherSure),
            rejected: outOf100(verdicts.otherRejected),
            n: formats.count(notWaste.n),
          })}
        </Weakness>
        <Weakness>{t('model.weak.sure', { wrong: outOf100(1 - verdicts.sureAccuracy) })}</Weakness>
        <Weakness>{t('model.weak.photos')}</Weakness>
      </ul>
    </ModelSection>
  );
}

interface WeakClassItemProps {
  weak: WeakClass;
  cardHref: (id: WasteClassId) => string;
}

function WeakClassItem({ weak: { id, n, missed, takenFor }, cardHref }: WeakClassItemProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mistakes = takenFor.slice(0, NAMED_MISTAKES);
  const counts = { n: formats.count(n), missed: formats.count(missed) };
  const answers = mistakes.map((mistake) =>
    t('model.weak.answer', {
      kind: t(`kinds.${mistake.takenFor}`),
      n: formats.count(mistake.n),
    }),
  );
  return (
    <li className="space-y-2 rounded-2xl border-2 border-line p-5">
      <h3 className="flex items-center gap-2 text-xl">
        <ClassIcon id={id} />
        {t(`kinds.${id}`)}
      </h3>
      <p>
        {t('model.weak.missed', counts)}{' '}
        {answers.length > 0 && t('model.weak.takenFor', { answers: answers.join(', ') })}
      </p>
      <p className="flex flex-wrap gap-x-4">
        {[id, ...mistakes.map((mistake) => mistake.takenFor)].map((card) => (
          <a
            key={card}
            href={cardHref(card)}
            className="text-link inline-flex min-h-11 items-center"
          >
            {t('model.weak.card', { kind: t(`kinds.${card}`) })}
          </a>
        ))}
      </p>
    </li>
  );
}

function Weakness({ children }: { children: string }) {
  return (
    <li className="flex gap-3">
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
      <span>{children}</span>
    </li>
  );
}
