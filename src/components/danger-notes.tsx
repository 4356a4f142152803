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
      <div className="flex gap-3 px-5 py-4">
        <OctagonAlert aria-hidden className="mt-0.5 size-7 shrink-0" />
        <p className="min-w-0">
          <strong className="font-display text-lg">{title}</strong>
          <br />
          {text}
        </p>
      </div>
    </div>
  ));
}
