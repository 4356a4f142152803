/** A part of the page that comes when it is asked for, with the words that only the screens beside the first one say. */
import type { ComponentType, ReactNode } from 'react';
import { getI18n } from 'react-i18next';
import { lazyPart } from '../components/lazy-part';
import { addScreenWords } from '../content/i18n';

/** @param fallback what stands there meanwhile */
export function screenPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  return lazyPart(() => fetchPart(load), fallback);
}

/** For whoever knows that it will be wanted. */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), addScreenWords(getI18n())]);
  return part;
}
