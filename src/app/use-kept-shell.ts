/** Has the page kept on the device once that holds up nothing else: the model comes first where a screen needs it. */
import { useEffect } from 'react';
import type { TfjsParts } from '../client/shell-client';
import type { BackendName } from '../domain/engine-status';
import { usePilah, useShell } from './store-context';

const PARTS_OF: Record<BackendName, TfjsParts> = {
  webgpu: 'graphics',
  webgl: 'graphics',
  wasm: 'none',
  'tfjs-wasm': 'all',
};

export function useKeptShell(isModelNeeded: boolean): void {
  const engine = usePilah((state) => state.engine);
  const { keep } = useShell((state) => state.actions);
  const parts = engine.kind === 'ready' ? PARTS_OF[engine.backend.name] : 'none';
  const isTime = !isModelNeeded || engine.kind === 'ready' || engine.kind === 'failed';
  useEffect(() => {
    if (isTime) void keep(parts);
  }, [isTime, parts, keep]);
}
