/** The model for as long as a component is there: its worker ends with it, and so does a download that is under way. */
import { load, type Pilah, type Progress } from 'pilah';
import { useEffect, useState } from 'react';

export type Model =
  | { kind: 'loading'; progress: Progress | null }
  | { kind: 'ready'; pilah: Pilah }
  | { kind: 'failed'; error: unknown };

export function usePilah(): Model {
  const [model, setModel] = useState<Model>({ kind: 'loading', progress: null });
  useEffect(() => {
    const stop = new AbortController();
    const loading = load({
      signal: stop.signal,
      onProgress: (progress) => setModel({ kind: 'loading', progress }),
    });
    loading.then(
      (pilah) => setModel({ kind: 'ready', pilah }),
      (error) => {
        if (!stop.signal.aborted) setModel({ kind: 'failed', error });
      },
    );
    return () => {
      stop.abort();
      loading.then(
        (pilah) => pilah.dispose(),
        () => {}, // it never loaded
      );
    };
  }, []);
  return model;
}
