/** Tells what a page load would tell: a new screen starts at its top, has the focus and names the window. */
import { useEffect, useRef } from 'react';

/** @param screen what is shown, equal as long as it is the same; @returns the ref of the element to focus */
export function useScreenChange(screen: string, title: string) {
  const content = useRef<HTMLElement>(null);
  const shown = useRef(screen);

  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    window.scrollTo(0, 0);
    content.current?.focus({ preventScroll: true });
  }, [screen]);

  useEffect(() => {
    document.title = title;
  }, [title]);

  return content;
}
