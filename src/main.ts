/**
 * The composition root: makes the page's real parts, and has the model's download begin before the page's framework
 * has arrived, which comes as a second file.
 */
import { needsModel, parseRoute } from './app/route';
import { fetchSample } from './app/samples';
import { createClassifierClient } from './client/classifier-client';
import { MODEL_VERSION } from './domain/model-version';
import { createPilahStore } from './state/pilah-store';
import type { BackendPreference } from './worker/protocol';
import './styles/main.css';

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

if (needsModel(parseRoute(window.location.hash))) store.getState().actions.ensureModel();

void import('./app/mount').then(({ mount }) => mount(document.getElementById('app'), store));

function askedBackend(query: string): BackendPreference {
  const asked = new URLSearchParams(query).get('backend');
  return asked === 'webgl' || asked === 'wasm' ? asked : 'auto';
}
