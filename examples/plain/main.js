/** One photo at a time with `load()`: the model loads with the first one, a later photo replaces an earlier one. */
import { load, PilahError } from './pilah/pilah.js';

/** What a person can do something about has a sentence of its own. */
const SENTENCES = {
  'not-jpeg-or-png': 'This is no JPEG or PNG photo.',
  'file-unreadable': 'This file cannot be read. Choose it again.',
  'photo-damaged': 'This photo is damaged. Try another one.',
  'photo-too-large': 'This photo has too many pixels.',
  'model-unreachable': 'The model could not be downloaded. Are you online?',
};

const input = document.querySelector('#photo');
const download = document.querySelector('#download');
const answer = document.querySelector('#answer');

let loading;
let job = new AbortController();

input.addEventListener('change', () => {
  const [photo] = input.files;
  if (photo) void show(photo);
});

async function show(photo) {
  job.abort();
  job = new AbortController();
  const { signal } = job;
  answer.textContent = 'Looking …';
  try {
    const pilah = await loadOnce();
    const { class: kind, probability, verdict } = await pilah.classify(photo, { signal });
    answer.textContent =
      verdict === 'not-waste'
        ? 'This does not look like waste.'
        : `${kind}, ${Math.round(probability * 100)} % (${verdict})`;
  } catch (error) {
    if (!signal.aborted) answer.textContent = sentenceFor(error);
  }
}

/** After a failure the next photo tries again. */
function loadOnce() {
  loading ??= load({ onProgress: showProgress })
    .catch((error) => {
      loading = undefined;
      throw error;
    })
    .finally(() => {
      download.hidden = true;
    });
  return loading;
}

function showProgress({ loadedBytes, totalBytes }) {
  download.hidden = false;
  download.max = totalBytes;
  download.value = loadedBytes;
}

function sentenceFor(error) {
  if (!(error instanceof PilahError)) throw error;
  return SENTENCES[error.code] ?? `This did not work (${error.code}).`;
}
