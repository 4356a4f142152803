/** The answer as a card: each verdict has its own look and words, in the order of the page's own card, danger first. */
/** @jsxImportSource preact */
import { OctagonAlert } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { CLASS_BINS } from '../../content/bins';
import { cardOf } from '../../content/cards';
import type { ClassCard } from '../../content/class-card';
import { formatsOf } from '../../content/format';
import type { Language } from '../../content/language';
import { probabilityWord } from '../../content/probability-word';
import type { ScreenWords, Words } from '../../content/words';
import { candidates } from '../../domain/candidates';
import { rightOf100 } from '../../domain/reliability';
import type { WasteClassId } from '../../domain/waste-class';
import type { Figures } from '../api';
import type { Result } from '../result';
import { fill } from './fill';
import { BinIcon, ClassIcon } from './icons';

interface Said {
  first: Words;
  answer: ScreenWords;
  language: Language;
}

interface AnswerCardProps extends Said {
  name: string;
  result: Result;
  picture: ImageBitmap | null;
  reliability: Figures['reliability'];
}

export function AnswerCard({ name, result, picture, reliability, ...said }: AnswerCardProps) {
  const { verdict } = result;
  const bins = reliability.map(({ photos: n, ...range }) => ({ n, ...range }));
  const right = rightOf100(result.probability, bins);
  return (
    <article part="card" class={`card ${verdict}`} data-verdict={verdict} data-class={result.class}>
      {verdict === 'sure' && <Bin id={result.class} {...said} />}
      <div class="inside">
        {picture && <Picture picture={picture} label={fill(said.first.sort.preview, { name })} />}
        {verdict === 'sure' && <Sure result={result} right={right} {...said} />}
        {verdict === 'unsure' && <Unsure result={result} right={right} {...said} />}
        {verdict === 'not-waste' && <NotWaste result={result} {...said} />}
        <p class="soft">{said.first.app.region}</p>
      </div>
    </article>
  );
}

/** On a canvas: an image by a blob's address would need a permission of the page's policy. */
function Picture({ picture, label }: { picture: ImageBitmap; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      part="picture"
      class="picture"
      role="img"
      aria-label={label}
      width={picture.width}
      height={picture.height}
    />
  );
}

interface VerdictProps extends Said {
  result: Result;
  right?: number | undefined;
}

function Sure({ result, right, ...said }: VerdictProps) {
  const { first, answer, language } = said;
  const card = cardOf(result.class, language);
  const formats = formatsOf(language);
  return (
    <>
      <div>
        <p class="soft">{answer.result.sureEyebrow}</p>
        <h2 part="kind">
          <ClassIcon id={result.class} /> {first.kinds[result.class]}
        </h2>
      </div>
      <Dangers notes={card.dangers} label={answer.card.danger} />
      <Certainty probability={result.probability} right={right} {...said} />
      <p class="soft">
        {answer.result.next}:{' '}
        {result.ranking
          .slice(1, 3)
          .map((next) => `${first.kinds[next.class]} ${formats.probability(next.probability)}`)
          .join(' · ')}
      </p>
      <section part="steps">
        <h3>{answer.card.steps}</h3>
        <ol>
          {card.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <List title={answer.card.belongs} items={card.belongs} />
      <List title={answer.card.belongsNot} items={card.belongsNot} />
    </>
  );
}

function Unsure({ result, right, ...said }: VerdictProps) {
  const { first, answer } = said;
  const named = candidates(result.ranking);
  const isDangerous = named.some(({ class: id }) => CLASS_BINS[id] === 'hazardous');
  return (
    <>
      <h2 part="kind">{first.result.unsureTitle}</h2>
      <p>{answer.result.unsureText}</p>
      {isDangerous && (
        <Dangers
          notes={[{ title: answer.card.danger, text: answer.result.unsureDanger }]}
          label={answer.card.danger}
        />
      )}
      {named.map(({ class: id, probability }, place) => (
        <section key={id}>
          <h3>
            <ClassIcon id={id} /> {first.kinds[id]}
          </h3>
          <Certainty probability={probability} right={place === 0 ? right : undefined} {...said} />
          <Bin id={id} {...said} />
        </section>
      ))}
    </>
  );
}

function NotWaste({ result, first, answer, language }: VerdictProps) {
  const { class: id, probability } = result;
  return (
    <>
      <h2 part="kind">{first.result.notWasteTitle}</h2>
      <p>{answer.result.notWasteText}</p>
      <p class="soft">
        {answer.result.closest}: {first.kinds[id]} {formatsOf(language).probability(probability)}
      </p>
    </>
  );
}

/** Its category in words first, the colour's name second: nothing is told by colour alone. */
function Bin({ id, answer, language }: Said & { id: WasteClassId }) {
  const bin = CLASS_BINS[id];
  return (
    <p part="bin" class={`bin ${bin}`}>
      <BinIcon bin={bin} />
      <span>
        <strong>{cardOf(id, language).category}</strong>
        {' · '}
        {fill(answer.bins.colourOf, { colour: answer.bins[bin].colour })}
      </span>
    </p>
  );
}

function Dangers({ notes, label }: { notes: ClassCard['dangers']; label: string }) {
  return (
    <>
      {notes.map(({ title, text }) => (
        <div key={title} part="danger" class="danger" role="note" aria-label={label}>
          <p class="danger-title">
            <OctagonAlert aria-hidden /> {title}
          </p>
          <p>{text}</p>
        </div>
      ))}
    </>
  );
}

interface CertaintyProps extends Said {
  probability: number;
  right: number | undefined;
}

function Certainty({ probability, right, answer, language }: CertaintyProps) {
  const formats = formatsOf(language);
  return (
    <div part="certainty">
      <p>
        <strong>
          {fill(answer.result.certainty, {
            word: answer.result.words[probabilityWord(probability)],
            percent: formats.probability(probability),
          })}
        </strong>
      </p>
      <progress aria-label={answer.result.probabilityLabel} value={probability} max={1} />
      {right !== undefined && (
        <p class="soft">{fill(answer.result.reliability, { right: formats.count(right) })}</p>
      )}
    </div>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
