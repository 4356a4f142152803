/** Has the page kept on the device once that holds up nothing else: the model comes first where a screen needs it. */
import { useEffect } from 'react';
import type { ExtraFolder } from '../client/shell-client';
import type { BackendName } from '../domain/engine-status';
import { usePilah, useShell } from './store-context';

const WITHOUT_MODEL: readonly ExtraFolder[] = [];
const WITH_ENGINE: readonly ExtraFolder[] = ['samples', 'measured'];
const WITH_GRAPHICS: readonly ExtraFolder[] = [...WITH_ENGINE, 'tfjs'];

const FOLDERS_OF: Record<BackendName, readonly ExtraFolder[]> = {
  webgpu: WITH_GRAPHICS,
  webgl: WITH_GRAPHICS,
  wasm: WITH_ENGINE,
  'tfjs-wasm': [...WITH_GRAPHICS, 'tfjsWasm'],
};

export function useKeptShell(isModelNeeded: boolean): void {
  const engine = usePilah((state) => state.engine);
  const { keep } = useShell((state) => state.actions);
  const folders = engine.kind === 'ready' ? FOLDERS_OF[engine.backend.name] : WITHOUT_MODEL;
  const isTime = !isModelNeeded || engine.kind === 'ready' || engine.kind === 'failed';
  useEffect(() => {
    if (isTime) void keep(folders);
  }, [isTime, folders, keep]);
}
