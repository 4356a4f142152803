/** Has the page kept on the device once that holds up nothing else: the model comes first where a screen needs it. */
import { useEffect, useMemo } from 'react';
import type { Extra } from '../client/shell-client';
import type { BackendName } from '../domain/engine-status';
import { usePilah, useSettings, useShell } from './store-context';

const WITHOUT_MODEL: readonly Extra[] = [];
const WITH_ENGINE: readonly Extra[] = ['samples', 'licences'];
const WITH_GRAPHICS: readonly Extra[] = [...WITH_ENGINE, 'tfjs'];

const EXTRAS_OF: Record<BackendName, readonly Extra[]> = {
  webgpu: WITH_GRAPHICS,
  webgl: WITH_GRAPHICS,
  wasm: WITH_ENGINE,
  'tfjs-wasm': [...WITH_GRAPHICS, 'tfjsWasm'],
};

export function useKeptShell(isModelNeeded: boolean): void {
  const engine = usePilah((state) => state.engine);
  const { keep } = useShell((state) => state.actions);
  const isTaught = useSettings((state) => state.teach);
  const ofEngine = engine.kind === 'ready' ? EXTRAS_OF[engine.backend.name] : WITHOUT_MODEL;
  const extras = useMemo(
    () => (isTaught ? [...ofEngine, 'lessons' as const] : ofEngine),
    [isTaught, ofEngine],
  );
  const isTime = !isModelNeeded || engine.kind === 'ready' || engine.kind === 'failed';
  useEffect(() => {
    if (isTime) void keep(extras);
  }, [isTime, extras, keep]);
}
