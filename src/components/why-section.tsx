/** "Why?" under an answer, closed at first: the evidence is loaded and drawn when somebody asks. */
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Classification, topClass } from '../domain/classification';
import { lazyPart } from './lazy-part';

const EvidenceView = lazyPart(
  async () => (await import('./evidence-view')).EvidenceView,
  <div className="h-96" />,
);

export interface ShownPhoto {
  name: string;
  url: string;
}

interface WhySectionProps {
  classification: Classification;
  photo: ShownPhoto;
}

export function WhySection({ classification, photo }: WhySectionProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { id } = topClass(classification);
  return (
    <details
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="group rounded-xl border-2 border-line px-4 py-1"
    >
      <summary className="flex min-h-11 items-center justify-between gap-3 font-semibold">
        {t('why.title', { name: t(`kinds.${id}`) })}
        <ChevronDown aria-hidden className="size-6 shrink-0 text-accent group-open:rotate-180" />
      </summary>
      {isOpen && <EvidenceView classification={classification} photo={photo} />}
    </details>
  );
}
