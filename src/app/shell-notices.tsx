/** What the page offers as a program, where there is a reason: a new version, being installed. */
import { screenPart } from './screen-part';
import { usePilah, useShell } from './store-context';

const UpdateNotice = screenPart(
  async () => (await import('../components/update-notice')).UpdateNotice,
);
const InstallOffer = screenPart(
  async () => (await import('../components/install-offer')).InstallOffer,
);

export function NewVersion() {
  const hasNewVersion = useShell((state) => state.hasNewVersion);
  const { update, dismissNewVersion } = useShell((state) => state.actions);
  const isBusy = usePilah(
    ({ photo, queue }) => photo.kind === 'classifying' || queue.run === 'running',
  );
  const hasPhotos = usePilah(({ photo, queue }) => photo.kind !== 'none' || queue.items.length > 0);
  if (!hasNewVersion) return null;
  return (
    <UpdateNotice
      isBusy={isBusy}
      hasPhotos={hasPhotos}
      onUpdate={update}
      onLater={dismissNewVersion}
    />
  );
}

/** Not before a first answer: until then nobody knows what the page is good for. */
export function Installation() {
  const mayInstall = useShell((state) => state.mayInstall);
  const { install, refuseInstall } = useShell((state) => state.actions);
  const hasAnswer = usePilah(
    ({ photo, queue }) =>
      photo.kind === 'done' || queue.items.some(({ outcome }) => outcome.kind === 'done'),
  );
  if (!mayInstall || !hasAnswer) return null;
  return <InstallOffer onInstall={() => void install()} onRefuse={refuseInstall} />;
}
