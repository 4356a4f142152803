/** Which names are chosen in folders and archives, where nobody named the files one by one. */

/** JPEG or PNG by its ending; not hidden, as the companions are that some systems lay beside photos (`._a.jpg`). */
export function isPhotoName(path: string): boolean {
  return /(^|[/\\])[^./\\][^/\\]*\.(jpe?g|png)$/i.test(path);
}
