/** How much room a plot has and how large letters are there: it is drawn in these, not shrunk as a picture would be. */
import { type RefCallback, useCallback, useState } from 'react';

export interface PlotSize {
  /** CSS pixels. */
  width: number;
  /** The letters' size in CSS pixels, which follows the reader's own setting. */
  em: number;
}

/** In less room, or in none while the page is hidden, the whole drawing is shrunk: its words alone need so much. */
const NARROWEST_EM = 12;
const BEFORE_MEASURED: PlotSize = { width: 320, em: 16 };

/** @returns the size, and what goes into the `ref` of the box that the plot fills */
export function usePlotSize(): [PlotSize, RefCallback<HTMLElement>] {
  const [size, setSize] = useState(BEFORE_MEASURED);
  const measure = useCallback((box: HTMLElement | null) => {
    if (!box) return;
    const observer = new ResizeObserver(() => {
      const em = Number.parseFloat(getComputedStyle(box).fontSize);
      setSize({ width: Math.max(box.clientWidth, NARROWEST_EM * em), em });
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [size, measure];
}
