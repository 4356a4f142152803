/** Draws the page around a store that is there already; main.ts loads this file, and React with it, second. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../content/i18n';
import { firstLanguage } from '../content/language';
import type { PilahStore } from '../state/pilah-store';
import { readChoice } from '../state/stored-choice';
import { App } from './app';
import { ErrorBoundary } from './error-boundary';
import { StoreContext } from './store-context';

const storage = () => window.localStorage;

export function mount(root: HTMLElement | null, store: PilahStore): void {
  if (!root) throw new Error('index.html has no element with the id app');
  const i18n = createI18n(firstLanguage(readChoice(storage, 'language'), navigator.languages));
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <ErrorBoundary>
          <StoreContext value={store}>
            <App storage={storage} />
          </StoreContext>
        </ErrorBoundary>
      </I18nextProvider>
    </StrictMode>,
  );
}
