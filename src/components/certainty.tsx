/** A calibrated probability in words, in number and as a bar. */
import { useTranslation } from 'react-i18next';
import { probabilityWord } from '../content/probability-word';
import { useFormats } from '../content/use-language';

interface CertaintyProps {
  /** 0 to 1. */
  probability: number;
  /** Of 100 test photos of this probability, how many were right: said where it is known. */
  rightOf100?: number | undefined;
}

export function Certainty({ probability, rightOf100 }: CertaintyProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className="space-y-2">
      <p className="text-lg font-semibold">
        {t('result.certainty', {
          word: t(`result.words.${probabilityWord(probability)}`),
          percent: formats.probability(probability),
        })}
      </p>
      <progress aria-label={t('result.probabilityLabel')} value={probability} max={1} />
      {rightOf100 !== undefined && (
        <p className="text-base text-ink-soft">
          {t('result.reliability', { right: formats.count(rightOf100) })}
        </p>
      )}
    </div>
  );
}
