/** The model's download, then a photo, then its kind: each state is read out. */
import type { Pilah, Result } from 'pilah';
import { type ChangeEvent, useRef, useState } from 'react';
import { sentenceFor } from './sentence-for';
import { type Model, usePilah } from './use-pilah';

export function App() {
  const model = usePilah();
  return (
    <main>
      <h1>Which bin?</h1>
      {model.kind === 'ready' ? <Classifier pilah={model.pilah} /> : <Loading model={model} />}
    </main>
  );
}

function Loading({ model }: { model: Exclude<Model, { kind: 'ready' }> }) {
  if (model.kind === 'failed') return <p role="alert">{sentenceFor(model.error)}</p>;
  const { loadedBytes, totalBytes } = model.progress ?? {};
  return (
    <p>
      <label>
        Downloading the model <progress value={loadedBytes} max={totalBytes} />
      </label>
    </p>
  );
}

type Answer =
  | { kind: 'none' | 'working' }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; error: unknown };

function Classifier({ pilah }: { pilah: Pilah }) {
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });
  const job = useRef<AbortController>(null);

  /** A later photo takes the place of an earlier one. */
  async function classify({ target }: ChangeEvent<HTMLInputElement>) {
    const [photo] = target.files ?? [];
    if (!photo) return;
    job.current?.abort();
    job.current = new AbortController();
    const { signal } = job.current;
    setAnswer({ kind: 'working' });
    try {
      setAnswer({ kind: 'done', result: await pilah.classify(photo, { signal }) });
    } catch (error) {
      if (!signal.aborted) setAnswer({ kind: 'failed', error });
    }
  }

  return (
    <>
      <p>
        <label>
          Photo of one thing <input type="file" accept="image/jpeg,image/png" onChange={classify} />
        </label>
      </p>
      <p role="status">{textOf(answer)}</p>
    </>
  );
}

function textOf(answer: Answer): string {
  switch (answer.kind) {
    case 'none':
      return '';
    case 'working':
      return 'Looking …';
    case 'failed':
      return sentenceFor(answer.error);
    case 'done': {
      const { class: kind, probability, verdict } = answer.result;
      if (verdict === 'not-waste') return 'This does not look like waste.';
      return `${kind}, ${Math.round(probability * 100)} % (${verdict})`;
    }
  }
}
