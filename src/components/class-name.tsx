/** A class as a row's head: symbol and name. */
import { wasteName } from '../content/class-names';
import { useLanguage } from '../content/use-language';
import type { WasteClassId } from '../domain/waste-class';
import { ClassIcon } from './class-icon';

interface ClassNameProps {
  id: WasteClassId;
  /** Symbol alone on narrow screens; the name stays for screen readers. */
  isCompact?: boolean;
}

export function ClassName({ id, isCompact = false }: ClassNameProps) {
  return (
    <span className="inline-flex items-center gap-2">
      <ClassIcon id={id} className="size-5 text-ink-soft" />
      <span className={isCompact ? 'max-sm:sr-only' : ''}>{wasteName(useLanguage(), id)}</span>
    </span>
  );
}
