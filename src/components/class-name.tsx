/** A class as a row's head: symbol and name. */
import { classCard } from '../content/class-cards';
import { useLanguage } from '../content/use-language';
import type { WasteClassId } from '../domain/waste-class';
import { ClassIcon } from './class-icon';

interface ClassNameProps {
  id: WasteClassId;
}

export function ClassName({ id }: ClassNameProps) {
  return (
    <span className="inline-flex items-center gap-2">
      <ClassIcon id={id} className="size-5 text-ink-soft" />
      {classCard(useLanguage(), id).name}
    </span>
  );
}
