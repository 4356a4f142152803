/** A class as a row's head: symbol and name. */
import { useTranslation } from 'react-i18next';
import type { WasteClassId } from '../domain/waste-class';
import { ClassIcon } from './class-icon';

interface ClassNameProps {
  id: WasteClassId;
  /** Symbol alone on narrow screens; the name stays for screen readers. */
  isCompact?: boolean;
}

export function ClassName({ id, isCompact = false }: ClassNameProps) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex items-center gap-2">
      <ClassIcon id={id} className="size-5 text-ink-soft" />
      <span className={isCompact ? 'max-sm:sr-only' : ''}>{t(`kinds.${id}`)}</span>
    </span>
  );
}
