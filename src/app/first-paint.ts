/** The first screen's head and words as they stand in index.html, where React will draw them again. */
import type { FirstWords } from '../content/words';

const FIRST_WORDS = import.meta.glob<FirstWords>('../content/languages/*.ts', {
  eager: true,
  import: 'firstWords',
});

/**
 * In all languages, of which src/first-look.ts says which one is seen. The classes are those of site-header.tsx,
 * app.tsx and sort-screen.tsx, so that nothing moves.
 */
export function firstWordsHtml(): string {
  const words = Object.entries(FIRST_WORDS).map(([file, { title, lead }]) => {
    const language = file.replace(/^.*\/|\.ts$/g, '');
    return `<style>:root:not([lang=${language}]) [data-first-words][lang=${language}]{display:none}</style><div data-first-words lang="${language}" class="space-y-3"><h1 class="text-3xl sm:text-5xl">${title}</h1><p class="max-w-prose text-lg text-ink-soft">${lead}</p></div>`;
  });
  return `<header class="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 sm:px-6"><p class="flex min-h-11 items-center gap-2 font-display text-3xl font-extrabold tracking-tight text-accent"><span class="size-10"></span>Pilah</p><div class="min-h-11 w-full md:w-auto"></div></header><main class="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6"><div class="grid items-start gap-x-14 gap-y-8 lg:grid-cols-2">${words.join('')}</div></main>`;
}
