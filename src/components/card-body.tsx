/** The explanation of one class, the same in a result and in the guide: steps, what belongs, facts. Its dangers stand above. */
import { Check, Lightbulb, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ClassCard } from '../content/class-card';

interface CardBodyProps {
  card: ClassCard;
  /** One level below the heading that names the class. */
  heading: CardHeading;
}

type CardHeading = 'h2' | 'h3';

export function CardBody({ card, heading: Heading }: CardBodyProps) {
  const { t } = useTranslation();
  return (
    <>
      <section className="space-y-3">
        <Heading className="text-xl">{t('card.steps')}</Heading>
        <ol className="space-y-3">
          {card.steps.map((step, index) => (
            <li key={step} className="flex gap-3">
              <span
                aria-hidden
                className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft font-bold text-accent"
              >
                {index + 1}
              </span>
              <span className="pt-0.5">{step}</span>
            </li>
          ))}
        </ol>
      </section>
      <div className="grid gap-5 sm:grid-cols-2">
        <BelongsList heading={Heading} title={t('card.belongs')} items={card.belongs} isIn />
        <BelongsList
          heading={Heading}
          title={t('card.belongsNot')}
          items={card.belongsNot}
          isIn={false}
        />
      </div>
      {card.facts.length > 0 && (
        <section className="space-y-3 rounded-xl bg-accent-soft p-5">
          <Heading className="flex items-center gap-2 text-xl">
            <Lightbulb aria-hidden className="size-6 text-accent" />
            {t('card.fact')}
          </Heading>
          {card.facts.map(({ text, source }) => (
            <p key={text}>
              {text}
              <br />
              <span className="text-sm text-ink-soft">{t('card.source', { source })}</span>
            </p>
          ))}
        </section>
      )}
      <p className="text-base text-ink-soft">{t('app.region')}</p>
    </>
  );
}

interface BelongsListProps {
  heading: CardHeading;
  title: string;
  items: readonly string[];
  isIn: boolean;
}

function BelongsList({ heading: Heading, title, items, isIn }: BelongsListProps) {
  const Mark = isIn ? Check : X;
  return (
    <section className="space-y-2">
      <Heading className="text-lg">{title}</Heading>
      <ul className="space-y-1.5">
        {items.map((item) => (
          <li key={item} className="flex gap-2">
            <Mark aria-hidden className="mt-1 size-5 shrink-0 text-ink-soft" />
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
