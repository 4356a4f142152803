/** The nine kinds as small links to their cards. */
import { useTranslation } from 'react-i18next';
import { WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';
import { ClassIcon } from './class-icon';

export interface ClassChipsProps {
  hrefOf: (id: WasteClassId) => string;
}

export function ClassChips({ hrefOf }: ClassChipsProps) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {WASTE_CLASS_IDS.map((id) => (
        <li key={id}>
          <a
            href={hrefOf(id)}
            className="flex min-h-11 items-center gap-2 underline decoration-line decoration-2 underline-offset-4 hover:text-accent hover:decoration-accent"
          >
            <ClassIcon id={id} className="size-5" />
            {t(`kinds.${id}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
