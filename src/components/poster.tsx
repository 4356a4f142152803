/** The nine kinds on one sheet of A4: bin, three steps, danger. */
import { OctagonAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CLASS_BINS } from '../content/bins';
import { useClassCard } from '../content/use-class-card';
import { WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';
import { BinLabel } from './bin-label';
import { ClassIcon } from './class-icon';
import './poster.css';

export function Poster() {
  const { t } = useTranslation();
  return (
    <div className="poster">
      <p className="poster-title">
        <strong>{t('app.name')}</strong> · {t('poster.subtitle')}
      </p>
      <ul>
        {WASTE_CLASS_IDS.map((id) => (
          <li key={id}>
            <PosterTile id={id} />
          </li>
        ))}
      </ul>
      <p className="poster-foot">{t('app.region')}</p>
    </div>
  );
}

function PosterTile({ id }: { id: WasteClassId }) {
  const { t } = useTranslation();
  const card = useClassCard(id);
  return (
    <article>
      <BinLabel bin={CLASS_BINS[id]} category={card.category} shape="band" />
      <div className="poster-words">
        <h2>
          <ClassIcon id={id} className="size-8 shrink-0" />
          {t(`kinds.${id}`)}
        </h2>
        <ol>
          {card.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {card.dangers.map(({ title, text }) => (
          <p key={title} className="poster-danger">
            <OctagonAlert aria-hidden />
            <span>
              <strong>{title}</strong> {text}
            </span>
          </p>
        ))}
      </div>
    </article>
  );
}
