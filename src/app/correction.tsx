/** "This is wrong": a person names the right kind. The history keeps it; Pilah learns from it where it may. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { ClassPicker } from '../components/class-picker';
import { type Classification, topClass } from '../domain/classification';
import type { WasteClassId } from '../domain/waste-class';
import { SETTINGS_HREF } from './route';
import { useHistory, useSettings, useTeaching } from './store-context';

interface CorrectionProps {
  classification: Classification;
}

export function Correction({ classification }: CorrectionProps) {
  const { t } = useTranslation();
  const [rightClass, setRightClass] = useState<WasteClassId>();
  const place = useRef<HTMLDivElement>(null);
  const { correct } = useHistory((state) => state.actions);
  const add = useTeaching((state) => state.actions.add);
  const isLearning = useSettings((state) => state.teach);

  useEffect(() => {
    // What was pressed is gone, or this has just come: its words are read next.
    place.current?.focus();
    void rightClass;
  }, [rightClass]);

  function pick(id: WasteClassId): void {
    setRightClass(id);
    void correct(classification, id);
    if (isLearning) void add(classification.sight, id);
  }

  return (
    <div ref={place} tabIndex={-1} className="space-y-3">
      {rightClass ? (
        <>
          <p role="status">
            {t('correction.noted', { name: t(`kinds.${rightClass}`) })} <Lesson />
          </p>
          {!isLearning && <TeachOffer onAgree={() => void add(classification.sight, rightClass)} />}
        </>
      ) : (
        <>
          <p>{t('correction.question')}</p>
          <ClassPicker except={topClass(classification).id} onPick={pick} />
        </>
      )}
    </div>
  );
}

/** What became of it as a lesson. */
function Lesson() {
  const { t } = useTranslation();
  const news = useTeaching((state) => state.news);
  const failure = useTeaching((state) => state.failure);
  if (failure) return t(`errors.${failure}`);
  return news === 'learnt' || news === 'undone' ? t(`teach.${news}`) : null;
}

interface TeachOfferProps {
  onAgree: () => void;
}

function TeachOffer({ onAgree }: TeachOfferProps) {
  const { t } = useTranslation();
  const set = useSettings((state) => state.set);
  return (
    <div className="space-y-2">
      <p>
        {t('correction.offer')}{' '}
        <a href={SETTINGS_HREF} className="text-link">
          {t('settings.title')}
        </a>
      </p>
      <ActionButton
        look="quiet"
        onClick={() => {
          set('teach', true);
          onAgree();
        }}
      >
        {t('correction.agree')}
      </ActionButton>
    </div>
  );
}
