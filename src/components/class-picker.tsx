/** The nine kinds as buttons, for a person who knows better. */
import { useTranslation } from 'react-i18next';
import { WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';
import { ClassIcon } from './class-icon';

interface ClassPickerProps {
  /** The answer that is wrong: not offered. */
  except: WasteClassId;
  onPick: (id: WasteClassId) => void;
}

export function ClassPicker({ except, onPick }: ClassPickerProps) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-wrap gap-2">
      {WASTE_CLASS_IDS.filter((id) => id !== except).map((id) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onPick(id)}
            className="flex min-h-11 items-center gap-2 rounded-xl border-2 border-line bg-surface px-4 py-1 font-semibold hover:border-accent"
          >
            <ClassIcon id={id} className="size-5 text-accent" />
            {t(`kinds.${id}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}
