/** The composition root: makes the page's real parts, wires them together and mounts the app. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/app';
import { ErrorBoundary } from './app/error-boundary';
import { fetchSample } from './app/samples';
import { StoreContext } from './app/store-context';
import { createClassifierClient } from './client/classifier-client';
import { createI18n } from './content/i18n';
import { firstLanguage } from './content/language';
import { MODEL_VERSION } from './domain/model-version';
import { createPilahStore } from './state/pilah-store';
import { readChoice } from './state/stored-choice';
import type { BackendPreference } from './worker/protocol';
import './styles/main.css';

const storage = () => window.localStorage;

const store = createPilahStore({
  connect: (listeners) =>
    createClassifierClient({
      createWorker: () =>
        new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' }),
      manifestUrl: new URL(`model/${MODEL_VERSION}/manifest.json`, document.baseURI).href,
      backend: askedBackend(window.location.search),
      ...listeners,
    }),
  fetchSample,
  objectUrls: URL,
});

const i18n = createI18n(firstLanguage(readChoice(storage, 'language'), navigator.languages));

mount(document.getElementById('app'));

function mount(root: HTMLElement | null): void {
  if (!root) throw new Error('index.html has no element with the id app');
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

/** `?backend=webgl` or `?backend=wasm` forces one, for tests and for comparing. */
function askedBackend(query: string): BackendPreference {
  const asked = new URLSearchParams(query).get('backend');
  return asked === 'webgl' || asked === 'wasm' ? asked : 'auto';
}
