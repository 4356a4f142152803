/** The line about the model, by itself, so that the download's progress draws it anew and nothing else. */
import { EngineLine } from '../components/engine-line';
import { usePilah, useShell } from './store-context';

export function EngineNews() {
  const engine = usePilah((state) => state.engine);
  const isShellKept = useShell((state) => state.isKept);
  const { retryModel, downloadModel, stopDownload } = usePilah((state) => state.actions);
  return (
    <EngineLine
      status={engine}
      isShellKept={isShellKept}
      onRetry={retryModel}
      onDownload={downloadModel}
      onStop={stopDownload}
    />
  );
}
