/** Files and folders that are dropped anywhere on the page or pasted: from every screen they go to the sorting table. */
import { fromEvent } from 'file-selector';
import { useEffect } from 'react';
import { SORT_HREF } from './route';

export function useIncomingFiles(onFiles: (files: readonly File[]) => unknown): void {
  useEffect(() => {
    async function take(event: Event, transfer: DataTransfer | null): Promise<void> {
      // The bin has already taken it.
      if (event.defaultPrevented || !transfer?.types.includes('Files')) return;
      event.preventDefault();
      window.location.hash = SORT_HREF;
      // As the bin does: what is in a folder instead of the folder, which would be a file that cannot be read.
      const dropped = await fromEvent(event);
      onFiles(dropped.filter((item) => item instanceof File));
    }
    const onDrop = (event: DragEvent) => void take(event, event.dataTransfer);
    const onPaste = (event: ClipboardEvent) => void take(event, event.clipboardData);
    // Without this a browser opens a dropped photo in place of the page.
    const allowDrop = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', allowDrop);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', allowDrop);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [onFiles]);
}
