/** What may hurt, before anything else. */
import { OctagonAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DangerNote } from '../content/class-card';

interface DangerNotesProps {
  notes: readonly DangerNote[];
}

export function DangerNotes({ notes }: DangerNotesProps) {
  const { t } = useTranslation();
  return notes.map(({ title, text }) => (
    <div key={title} role="note" aria-label={t('card.danger')} className="danger">
      <div className="space-y-1 px-5 py-4">
        <p className="flex items-center gap-3 font-display text-lg font-bold">
          <OctagonAlert aria-hidden className="size-7 shrink-0" />
          {title}
        </p>
        <p>{text}</p>
      </div>
    </div>
  ));
}
