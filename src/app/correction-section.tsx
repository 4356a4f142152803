/** "This is wrong" below an answer: what it leads to comes when it is pressed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import type { Classification } from '../domain/classification';
import { screenPart } from './screen-part';

const Correction = screenPart(async () => (await import('./correction')).Correction);

interface CorrectionSectionProps {
  classification: Classification;
}

export function CorrectionSection({ classification }: CorrectionSectionProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <Correction classification={classification} />;
  return (
    <ActionButton look="quiet" onClick={() => setIsOpen(true)}>
      {t('result.wrong')}
    </ActionButton>
  );
}
