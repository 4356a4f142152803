/** An unsure answer: says so, sets the candidates side by side, asks for another photo. */
import { CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASS_BINS } from '../content/bins';
import { useClassCard } from '../content/use-class-card';
import { candidates } from '../domain/candidates';
import type { RankedClass } from '../domain/classification';
import type { WasteClassId } from '../domain/waste-class';
import { BinLabel } from './bin-label';
import { Certainty } from './certainty';
import { ClassIcon } from './class-icon';
import { DangerNotes } from './danger-notes';
import { RESULT_HEADING_ID } from './result-heading-id';

interface UnsureAnswerProps {
  ranking: readonly RankedClass[];
  rightOf100: number | undefined;
  hrefOf: (id: WasteClassId) => string;
  why: ReactNode;
}

export function UnsureAnswer({ ranking, rightOf100, hrefOf, why }: UnsureAnswerProps) {
  const { t } = useTranslation();
  const named = candidates(ranking);
  const isDangerous = named.some(({ id }) => CLASS_BINS[id] === 'hazardous');
  return (
    <div className="space-y-6 p-5 sm:p-7">
      <h2 id={RESULT_HEADING_ID} className="flex items-center gap-3 text-3xl">
        <CircleQuestionMark aria-hidden className="size-10 shrink-0 text-accent" />
        {t('result.unsureTitle')}
      </h2>
      <p>{t('result.unsureText')}</p>
      {isDangerous && (
        <DangerNotes notes={[{ title: t('card.danger'), text: t('result.unsureDanger') }]} />
      )}
      <ul className="divide-y-2 divide-line">
        {named.map((candidate, index) => (
          <Candidate
            key={candidate.id}
            candidate={candidate}
            rightOf100={index === 0 ? rightOf100 : undefined}
            href={hrefOf(candidate.id)}
          />
        ))}
      </ul>
      {why}
    </div>
  );
}

interface CandidateProps {
  candidate: RankedClass;
  /** Measured for the most probable class only. */
  rightOf100: number | undefined;
  href: string;
}

function Candidate({ candidate: { id, probability }, rightOf100, href }: CandidateProps) {
  const { t } = useTranslation();
  const card = useClassCard(id);
  return (
    <li className="space-y-3 py-5 first:pt-0 last:pb-0">
      <h3 className="flex items-center gap-2 text-2xl">
        <ClassIcon id={id} className="size-7 text-accent" />
        {t(`kinds.${id}`)}
      </h3>
      <Certainty probability={probability} rightOf100={rightOf100} />
      <BinLabel bin={CLASS_BINS[id]} category={card.category} shape="tag" />
      <p>
        {t('card.belongs')}: {card.belongs.join(' · ')}
      </p>
      <a href={href} className="text-link inline-flex min-h-11 items-center font-semibold">
        {t('result.readCard', { name: t(`kinds.${id}`) })}
      </a>
    </li>
  );
}
