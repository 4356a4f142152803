/** One of the nine kinds, or none of them, out of a list. */
import { useTranslation } from 'react-i18next';
import { isWasteClassId, WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';

interface ClassSelectProps {
  id: string;
  value: WasteClassId | undefined;
  /** What it is called when none is chosen. */
  none: string;
  /** Those to choose from; fewer are quicker to draw. */
  kinds?: readonly WasteClassId[];
  tabIndex?: number;
  /** The id of what the choice is about, where its label does not say that. */
  describedBy?: string;
  onChoose: (kind: WasteClassId | null) => void;
}

export function ClassSelect({
  id,
  value,
  none,
  kinds = WASTE_CLASS_IDS,
  tabIndex = 0,
  describedBy,
  onChoose,
}: ClassSelectProps) {
  const { t } = useTranslation();
  return (
    <select
      id={id}
      value={value ?? ''}
      tabIndex={tabIndex}
      aria-describedby={describedBy}
      onChange={({ target }) => onChoose(isWasteClassId(target.value) ? target.value : null)}
      className="min-h-11 w-56 min-w-0 max-w-full rounded-xl max-sm:grow border-2 border-line bg-surface px-3 text-ink"
    >
      <option value="">{none}</option>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`kinds.${kind}`)}
        </option>
      ))}
    </select>
  );
}
