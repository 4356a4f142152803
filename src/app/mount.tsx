/** Draws the page around stores that are there already; main.ts loads this file, and React with it, second. */
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../content/i18n';
import type { Language } from '../content/language';
import type { Words } from '../content/words';
import { App } from './app';
import { ErrorBoundary } from './error-boundary';
import { StoreContext, type Stores } from './store-context';

interface MountOptions {
  stores: Stores;
  language: Language;
  words: Words;
}

export function mount(root: HTMLElement, { stores, language, words }: MountOptions): void {
  const i18n = createI18n(language, words);
  const page = (
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <ErrorBoundary>
          <StoreContext value={stores}>
            <App />
          </StoreContext>
        </ErrorBoundary>
      </I18nextProvider>
    </StrictMode>
  );
  // In slices: drawn at once, the first screen would hold a phone's main thread.
  startTransition(() => createRoot(root).render(page));
}
