/** The next most likely classes, each in words and number. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-language';
import type { RankedClass } from '../domain/classification';
import { ClassIcon } from './class-icon';

interface RunnersUpProps {
  classes: readonly RankedClass[];
}

export function RunnersUp({ classes }: RunnersUpProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div>
      <h3 className="text-base font-semibold text-ink-soft">{t('result.next')}</h3>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {classes.map(({ id, probability }) => (
          <li key={id} className="flex items-center gap-2">
            <ClassIcon id={id} className="size-5" />
            {t(`kinds.${id}`)} {formats.probability(probability)}
          </li>
        ))}
      </ul>
    </div>
  );
}
