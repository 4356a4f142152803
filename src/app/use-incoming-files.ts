/** Files that are dropped anywhere on the page or pasted: from every screen they go to the sorting table. */
import { useEffect } from 'react';
import { SORT_HREF } from './route';

export function useIncomingFiles(onFiles: (files: readonly File[]) => unknown): void {
  useEffect(() => {
    function take(event: Event, transfer: DataTransfer | null): void {
      // The bin has already taken it.
      if (event.defaultPrevented) return;
      const files = [...(transfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      window.location.hash = SORT_HREF;
      onFiles(files);
    }
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer);
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData);
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
