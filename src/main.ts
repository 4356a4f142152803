/**
 * The composition root: makes the page's real parts and has the model's download begin before the page's framework
 * has arrived, which comes as a second file.
 */
import { needsModel, parseRoute } from './app/route';
import { fetchSample } from './app/samples';
import { createClassifierClient } from './client/classifier-client';
import { firstLanguage } from './content/language';
import { loadWords } from './content/words';
import { CodedError } from './domain/coded-error';
import { MODEL_VERSION } from './domain/model-version';
import { PHOTO_SIZE } from './domain/photo-size';
import { createBackendMemory } from './state/backend-memory';
import { type Connection, createDownloadConsent } from './state/download-consent';
import { createHistoryStore } from './state/history-store';
import { createPilahStore } from './state/pilah-store';
import { createSettingsStore } from './state/settings-store';
import { createShellStore } from './state/shell-store';
import { createTeachStore } from './state/teach-store';

const LONGEST_FRAME_MS = 100;

const storage = () => window.localStorage;
const settings = createSettingsStore(storage);
const backends = createBackendMemory(
  storage,
  { browser: navigator.userAgent, modelVersion: MODEL_VERSION },
  window.location.search,
);
const consent = createDownloadConsent(
  storage,
  MODEL_VERSION,
  () => (navigator as Navigator & { connection?: Connection }).connection,
);
const history = createHistoryStore(async (access) =>
  (await import('./state/history-work')).createHistoryWork(access),
);
const pilah = createPilahStore({
  backends,
  consent,
  // Neither is there in a page that is no secure context.
  askToPersist: () => void navigator.storage?.persist?.().catch(() => {}),
  connect: (listeners) =>
    createClassifierClient({
      createWorker: () =>
        new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' }),
      createThread: (thread) =>
        thread === 'reader'
          ? new Worker(new URL('./worker/photo-reader.ts', import.meta.url), { type: 'module' })
          : new Worker(new URL('./worker/engine-helper.ts', import.meta.url), { type: 'module' }),
      model: {
        manifestUrl: new URL(`model/${MODEL_VERSION}/manifest.json`, document.baseURI).href,
      },
      backend: () => ({
        ...backends.wish(),
        threads: Number(settings.getState().threads) || undefined,
      }),
      offer: consent.offer,
      ...(typeof OffscreenCanvas === 'undefined' ? { readPhoto: readPhotoHere } : {}),
      ...listeners,
    }),
  isAtOnce: () => settings.getState().classifyAtOnce,
  onAnswer: (photo, classification) => {
    if (settings.getState().keepHistory) history.getState().actions.record(photo, classification);
  },
  fetchSample,
  checkPhoto,
  decodePhoto,
  objectUrls: URL,
});

const { teach } = pilah.getState().actions;
const teaching = createTeachStore(async (access) =>
  (await import('./state/teach-work')).createTeachWork(access, teach),
);
if (settings.getState().teach) void teaching.getState().actions.turnOn();

const shell = createShellStore({
  // Later than all that is seen: in a file of its own.
  connect: async (listeners) => {
    const { startShellClient } = await import('./client/shell-client');
    return startShellClient({ scriptUrl: new URL('sw.js', document.baseURI), ...listeners });
  },
  storage,
  events: window,
});

const language = firstLanguage(settings.getState().language, navigator.languages);
const route = parseRoute(window.location.hash);
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element with the id app');

const { ensureModel, connectionIsBack } = pilah.getState().actions;
if (needsModel(route)) ensureModel();
window.addEventListener('online', connectionIsBack);
void mountInSteps(root);

/** One file's code after the other, with a pause between: all at once would hold up a slow phone. */
async function mountInSteps(place: HTMLElement): Promise<void> {
  await firstFrame();
  const loading = loadWords(language);
  await import('react-dom/client');
  await nextTask();
  await import('./content/i18n');
  await nextTask();
  const { mount } = await import('./app/mount');
  const words = await loading;
  await nextTask();
  mount(place, { stores: { pilah, shell, settings, history, teaching }, language, words });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function checkPhoto(file: File): Promise<Blob> {
  const { openPhoto } = await import('./imaging/open-photo').catch((cause) => {
    throw new CodedError('part-unreachable', 'what checks photos', { cause });
  });
  const { format } = await openPhoto(file);
  return file.slice(0, file.size, `image/${format}`);
}

/** Costs a JPEG nothing more: the preview needs the same pixels. */
async function decodePhoto(photo: Blob, url: string): Promise<void> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    // An image draws what there is of a PNG whose pixels end too early; reading it would fail.
    if (photo.type === 'image/png') (await createImageBitmap(photo)).close();
  } catch (cause) {
    throw new CodedError('photo-damaged', String(cause), { cause });
  }
}

/** Safari before 16.4 gives workers no canvas. */
async function readPhotoHere(photo: Blob): Promise<Uint8Array> {
  const { readPhoto } = await import('./imaging/read-photo');
  return readPhoto(photo, PHOTO_SIZE, (width, height) => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return canvas;
  });
}

/** Resolves once the first words are on screen, or soon where nothing is drawn: in a tab behind others. */
function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
}
