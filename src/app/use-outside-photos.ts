/** Photos that come from outside of the page: shared by another program, or opened with Pilah. They go the usual way. */
import { useEffect } from 'react';
import { SORT_HREF } from './route';

/** In the address after a program has shared photos; src/service-worker/protocol.ts has the other end. */
const SHARED_PARAMETER = 'shared';

/** https://developer.mozilla.org/docs/Web/API/LaunchParams: in Chromium only. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

export function useOutsidePhotos(onFiles: (files: readonly File[]) => unknown): void {
  useEffect(() => {
    async function take(opening: Promise<File[]>): Promise<void> {
      const files = await opening.catch(() => []);
      if (files.length === 0) return;
      window.location.hash = SORT_HREF;
      onFiles(files);
    }
    if (new URLSearchParams(window.location.search).has(SHARED_PARAMETER)) void take(takeShared());
    const { launchQueue } = window as { launchQueue?: LaunchQueue };
    launchQueue?.setConsumer(({ files = [] }) => {
      void take(Promise.all(files.map((handle) => handle.getFile())));
    });
  }, [onFiles]);
}

async function takeShared(): Promise<File[]> {
  const { takeSharedPhotos } = await import('../client/shared-photos');
  return takeSharedPhotos();
}
